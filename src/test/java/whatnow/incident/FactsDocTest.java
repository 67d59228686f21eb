package whatnow.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documented facts are the facts. A table that somebody keeps by hand would be wrong within a month. */
class FactsDocTest {

    static final Path PAGE = Path.of("docs/facts.md");

    @Test
    void theTableNamesEveryTypeWithItsClaimItsFieldsAndWhoSaysIt() throws IOException {
        var expected = Arrays.stream(FactType.values()).map(this::row).toList();

        assertThat(rows())
                .as("The table of docs/facts.md must be exactly:%n%s", String.join("\n", expected))
                .isEqualTo(expected);
    }

    String row(FactType type) {
        return "| `%s` | %s | %s | %s |"
                .formatted(type.key(), type.claim(), fields(type), type.isPersonal() ? "people" : "anyone");
    }

    String fields(FactType type) {
        return type.shapes().isEmpty()
                ? "none"
                : type.shapes().stream()
                        .map(it ->
                                "`%s` %s".formatted(it.name(), it.shape().name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "));
    }

    List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(it -> !it.startsWith("| type "))
                .skip(2)
                .takeWhile(it -> it.startsWith("|"))
                .toList();
    }
}
