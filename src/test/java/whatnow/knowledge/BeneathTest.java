package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("files below a folder (S-2)")
class BeneathTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void aSecretLiesElsewhere() throws IOException {
        Articles.write(folder, "pictures/a.png", "fine");
        Articles.write(elsewhere, "a.png", "secret");
    }

    @Test
    void whatLiesThereIsRead() throws IOException {
        assertThat(Beneath.read(folder, "pictures/a.png", 3)).isEqualTo("fin".getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> names() {
        return Stream.of(
                "../a.png",
                "pictures/../../a.png",
                "..%2fa.png",
                "%252e%252e/a.png",
                "..\\a.png",
                "C:\\a.png",
                "\\\\?\\C:\\a.png",
                "CON",
                "a.png.",
                "a.png ",
                "a\0.png",
                "x".repeat(300) + ".png",
                ".git/hooks/post-commit",
                "/etc/passwd",
                "",
                ".",
                "pictures");
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesLeadNowhere(String name) {
        assertThatThrownBy(() -> Beneath.read(folder, name, 100))
                .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
    }

    @Test
    void linksThatLeadOutAreRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);
        Files.createSymbolicLink(folder.resolve("out.png"), elsewhere.resolve("a.png"));

        assertThatIOException().isThrownBy(() -> Beneath.read(folder, "out/a.png", 100));
        assertThatIOException().isThrownBy(() -> Beneath.read(folder, "out.png", 100));
    }

    /** What the moment between looking and opening would be for. */
    @Test
    void aLinkThatTookThePlaceOfAFolderOrAFileIsNotFollowed() throws IOException {
        var root = folder.toRealPath();
        Files.createSymbolicLink(folder.resolve("swapped"), elsewhere);
        Files.createSymbolicLink(folder.resolve("pictures/b.png"), elsewhere.resolve("a.png"));

        assertThatIOException().isThrownBy(() -> Beneath.readReal(root, Path.of("swapped/a.png"), 100));
        assertThatIOException().isThrownBy(() -> Beneath.readReal(root, Path.of("pictures/b.png"), 100));
    }

    @Test
    void aFolderThatIsSwappedAllTheTimeNeverLeadsOut() throws Exception {
        var isOver = new AtomicBoolean();
        var place = folder.resolve("now");
        Files.createSymbolicLink(folder.resolve("good"), folder.resolve("pictures"));
        Files.createSymbolicLink(folder.resolve("bad"), elsewhere);
        var swapping = Thread.ofPlatform().start(() -> swap(place, isOver));
        try {
            for (var round = 0; round < 3_000; round++) {
                try {
                    assertThat(Beneath.read(folder, "now/a.png", 100))
                            .isEqualTo("fine".getBytes(StandardCharsets.UTF_8));
                } catch (IOException refused) {
                    assertThat(refused).isNotNull();
                }
            }
        } finally {
            isOver.set(true);
            swapping.join();
        }
    }

    private void swap(Path place, AtomicBoolean isOver) {
        for (var round = 0; !isOver.get(); round++) {
            try {
                Files.deleteIfExists(folder.resolve("next"));
                Files.createSymbolicLink(
                        folder.resolve("next"), round % 2 == 0 ? folder.resolve("pictures") : elsewhere);
                Files.move(folder.resolve("next"), place, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException late) {
                throw new java.io.UncheckedIOException(late);
            }
        }
    }
}
