package whatnow.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whatnow.Readme;

/** The README's tour, typed word for word into a server that has just started. */
class ReadmeTourIT {

    private static final Path FOLDER = Path.of("target/end-to-end/readme-tour");
    private static final Duration SECONDS = Duration.ofSeconds(10);

    @Test
    void everyCommandOfTheTourWorksAndEndsWithAResolvedIncident() throws IOException {
        try (var product = Product.start(FOLDER)) {
            Files.createSymbolicLink(
                    product.folder().resolve("bin"), Path.of("bin").toAbsolutePath());
            var environment = Map.of(
                    "URL", product.address(),
                    "TOKEN", product.token("admin"),
                    "WHATNOW_URL", product.address(),
                    "JAVA_HOME", System.getProperty("java.home"));
            var said = new ArrayList<String>();

            for (var block : Readme.tour()) {
                var script = List.of("bash", "-euc", block);
                said.add(Child.start(product.folder(), "tour-" + said.size(), environment, script)
                        .said());
                if (block.contains("/api/v1/ingest/")) {
                    theCardIsThere(product);
                }
            }

            assertThat(said).anyMatch(it -> it.contains("REAL · INC-") && it.contains("SEV2"));
            assertThat(product.json("/api/v1/incidents").path(0).path("status").asString())
                    .isEqualToIgnoringCase("resolved");
        }
    }

    /** People read a few lines before they go on; a machine has to wait. */
    private static void theCardIsThere(Product product) {
        Eventually.within(
                SECONDS,
                () -> assertThat(product.json("/api/v1/now")
                                .path("cards")
                                .path(0)
                                .path("decision")
                                .asString())
                        .isNotEmpty());
    }
}
