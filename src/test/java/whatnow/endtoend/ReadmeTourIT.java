package whatnow.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whatnow.Readme;

/** The README's tour, typed word for word into a server that has just started. Only its port is another. */
class ReadmeTourIT {

    private static final Path FOLDER = Path.of("target/end-to-end/readme-tour");

    /** Every refusal ends the tour; the newcomer's curl would only print it. */
    private static final String STRICT = """
            set -euo pipefail
            curl() { command curl --fail-with-body --silent --show-error --max-time 20 "$@"; }
            """;

    @Test
    void everyCommandOfTheTourWorksAndTheCardIsThere() throws IOException {
        try (var product = Product.start(FOLDER)) {
            for (var shipped : List.of("bin", "rules", "knowledge-base")) {
                Files.createSymbolicLink(product.folder().resolve(shipped), Path.of(shipped).toAbsolutePath());
            }
            var environment = Map.of(
                    "WHATNOW_URL", product.address(),
                    "WHATNOW_DATA", product.data().toString(),
                    "JAVA_HOME", System.getProperty("java.home"));
            var tour = STRICT + Readme.tour().replaceAll("(localhost|127\\.0\\.0\\.1):8080", "127.0.0.1:" + product.port());

            var said = Child.start(product.folder(), "tour", environment, List.of("bash", "-c", tour))
                    .said();

            assertThat(said).isNotBlank();
            Eventually.within(Duration.ofSeconds(10), () -> assertThat(
                            product.json("/api/v1/now").path("cards").size())
                    .isPositive());
        }
    }
}
