package whatnow.signal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.signal.Refused;
import whatnow.signal.sender.Format;

class MappingShelfTest {

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Files.createDirectories(shelf.folder());
        Files.writeString(shelf.folder().resolve(file), text);
        shelf.refresh();
    }

    private MappingShelf shelf;

    @org.junit.jupiter.api.BeforeEach
    void open() {
        shelf = new MappingShelf(folder.resolve("mappings"), Set.of("grafana"));
        shelf.refresh();
    }

    @Test
    void aFileThatIsPutThereIsADoor() throws Exception {
        assertThat(shelf.all()).isEmpty();
        assertThat(shelf.troubles()).isEmpty();

        write("kuma.yaml", "{title: Uptime Kuma, name: $.a}");
        write("notes.txt", "no mapping");

        assertThat(shelf.all()).extracting(Format::key, Format::title).containsExactly(tuple("kuma", "Uptime Kuma"));
        assertThat(shelf.troubles()).isEmpty();
    }

    @Test
    void aBrokenTextLeavesTheLastGoodOneInForceAndIsTold() throws Exception {
        write("kuma.yaml", "{title: Uptime Kuma, name: $.a}");

        write("kuma.yaml", "{title: Other, name: a.[}");

        assertThat(shelf.all()).extracting(Format::title).containsExactly("Uptime Kuma");
        assertThat(shelf.troubles())
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith("kuma.yaml, line 1"));
    }

    @Test
    void aFileThatIsGoneClosesItsDoor() throws Exception {
        write("kuma.yaml", "name: $.a");
        Files.delete(shelf.folder().resolve("kuma.yaml"));
        shelf.refresh();

        assertThat(shelf.all()).isEmpty();
        assertThat(shelf.troubles()).isEmpty();
    }

    @Test
    void theNameOfAnotherDoorIsRefused() throws Exception {
        write("grafana.yaml", "name: $.a");

        assertThat(shelf.all()).isEmpty();
        assertThat(shelf.troubles())
                .singleElement()
                .satisfies(it -> assertThat(it).contains("no other door has"));
    }

    @Test
    void whatIsTriedOutIsNotKept() {
        assertThat(shelf.tried("kuma", "name: $.a").key()).isEqualTo("kuma");
        assertThat(shelf.all()).isEmpty();
        assertThatThrownBy(() -> shelf.tried("kuma", "name: [")).isInstanceOf(Refused.class);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
