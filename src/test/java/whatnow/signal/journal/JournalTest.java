package whatnow.signal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was taken is found again, in its order, whatever happens to the process. */
class JournalTest {

    @TempDir
    private Path folder;

    @Test
    void recordsComeOutInTheOrderTheyCame() throws IOException {
        try (var journal = Journal.in(folder.resolve("new"))) {
            append(journal, "a", "b");
            append(journal, "c");

            assertThat(read(journal, 2)).containsExactly("a", "b");
            assertThat(read(journal, 2)).as("nobody said that they are safe").containsExactly("a", "b");
            journal.forget();
            assertThat(read(journal, 2)).containsExactly("c");
            journal.forget();

            assertThat(journal.isEmpty()).isTrue();
            assertThat(read(journal, 2)).isEmpty();
            assertThat(folder.resolve("new")).isEmptyDirectory();
        }
    }

    @Test
    void whatComesWhileItIsReadWaitsBehind() throws IOException {
        try (var journal = Journal.in(folder)) {
            append(journal, "a");
            assertThat(read(journal, 9)).containsExactly("a");
            append(journal, "b");
            journal.forget();

            assertThat(read(journal, 9)).containsExactly("b");
        }
    }

    @Test
    @DisplayName("(C-1) after the process was killed all that was taken is there")
    void theNextRunFindsWhatWasLeft() throws IOException {
        var killed = Journal.in(folder);
        append(killed, "a", "b");
        assertThat(read(killed, 1)).containsExactly("a");
        killed.forget();

        try (var journal = Journal.in(folder)) {
            assertThat(journal.isEmpty()).isFalse();
            assertThat(read(journal, 9)).as("what was read may come again").containsExactly("a", "b");
            append(journal, "c");
            journal.forget();
            assertThat(read(journal, 9)).containsExactly("c");
        }
    }

    @RepeatedTest(20)
    @DisplayName("(C-5) cut off anywhere in its last record, the file gives all before it, and what comes later")
    void aTornEndCostsNothingThatWasPromised(RepetitionInfo turn) throws IOException {
        var random = new Random(turn.getCurrentRepetition());
        var promised = new ArrayList<String>();
        try (var journal = Journal.in(folder)) {
            for (var number = 0; number < 1 + random.nextInt(20); number++) {
                promised.add("record-" + number + "x".repeat(random.nextInt(200)));
                append(journal, promised.getLast());
            }
        }
        var file = onlyFile();
        var whole = Files.readAllBytes(file);
        var last = promised.removeLast();
        var lastLength = 8 + last.length();
        var kept = whole.length - 1 - random.nextInt(lastLength - 1);
        Files.write(file, java.util.Arrays.copyOf(whole, kept));

        try (var journal = Journal.in(folder)) {
            append(journal, "later");

            assertThat(all(journal)).containsExactlyElementsOf(join(promised, "later"));
            assertThat(journal.isEmpty()).isTrue();
            assertThat(folder.resolve(file.getFileName() + ".torn")).exists();
        }
    }

    @RepeatedTest(20)
    void aByteThatChangedIsNoticed(RepetitionInfo turn) throws IOException {
        var random = new Random(turn.getCurrentRepetition());
        try (var journal = Journal.in(folder)) {
            append(journal, "first", "second", "third");
        }
        var file = onlyFile();
        var bytes = Files.readAllBytes(file);
        var at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);

        try (var journal = Journal.in(folder)) {
            assertThat(all(journal)).isSubsetOf("first", "second", "third").hasSizeLessThan(3);
            assertThat(folder.resolve(file.getFileName() + ".torn")).hasBinaryContent(bytes);
        }
    }

    @Test
    void aLongOutageFillsManyFilesAndAllOfThemGoAgain() throws IOException {
        var names = IntStream.range(0, 300)
                .mapToObj(it -> it + "-" + "x".repeat(100_000))
                .toList();
        try (var journal = Journal.in(folder)) {
            for (var name : names) {
                append(journal, name);
            }
            try (var files = Files.list(folder)) {
                assertThat(files.count()).isGreaterThan(2);
            }

            assertThat(all(journal)).isEqualTo(names);
            assertThat(folder).isEmptyDirectory();
        }
    }

    private static void append(Journal journal, String... records) throws IOException {
        journal.append(List.of(records).stream()
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    private static List<String> read(Journal journal, int most) throws IOException {
        return journal.oldest(most).stream()
                .map(it -> new String(it, StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> all(Journal journal) throws IOException {
        var all = new ArrayList<String>();
        for (var some = read(journal, 7); !some.isEmpty(); some = read(journal, 7)) {
            all.addAll(some);
            journal.forget();
        }
        return all;
    }

    private static List<String> join(List<String> names, String last) {
        var all = new ArrayList<>(names);
        all.add(last);
        return all;
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }
}
