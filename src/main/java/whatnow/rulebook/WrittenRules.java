package whatnow.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rules of a folder as they are written, without compiling them. */
public final class WrittenRules {

    /** In the order of books and files; files are named from {@code root}. */
    public static List<Rule> in(Path root) {
        try (var books = Files.list(root)) {
            return books.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(WrittenRules::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The rules in (%s) cannot be read. Try a folder of rule books.".formatted(root), unreadable);
        }
    }

    private static Stream<Rule> of(Path book) {
        return RuleSources.of(book).text().entrySet().stream()
                .filter(it -> it.getKey().endsWith(".drl"))
                .flatMap(it -> RuleText.read(book.getFileName() + "/" + it.getKey(), it.getValue()).rules().stream());
    }

    private WrittenRules() {}
}
