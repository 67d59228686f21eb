package whatnow.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What must be installed here. Where it is not, a test is skipped, and fails where everything is required. */
final class Required {

    static void programs(Path... programs) {
        var missing = Arrays.stream(programs)
                .filter(it -> !Files.isExecutable(it))
                .map(Path::toString)
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            return;
        }
        var line =
                "Skipped: the way from an alert to the card is not walked, because %s is missing.".formatted(missing);
        if ("1".equals(System.getenv("WHATNOW_REQUIRE_ALL"))) {
            Assertions.fail(line.replace("Skipped", "Required (WHATNOW_REQUIRE_ALL=1)"));
        }
        Assumptions.abort(line);
    }

    private Required() {}
}
