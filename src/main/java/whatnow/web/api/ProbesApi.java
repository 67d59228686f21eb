package whatnow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import whatnow.probe.Probed;
import whatnow.probe.Probes;

/** What is looked at, for programs. */
@RestController
@Tag(name = "Probes")
class ProbesApi {

    private final Probes probes;

    ProbesApi(Probes probes) {
        this.probes = probes;
    }

    /** @param cutOffSince since when nothing is reached any more, so that the observer may be cut off */
    record Answer(Optional<Instant> cutOffSince, List<Probed> probes) {}

    @GetMapping("/api/v1/probes")
    @Operation(summary = "The endpoints of the active plans, with how each fares")
    Answer probes() {
        return new Answer(probes.cutOffSince(), probes.all());
    }
}
