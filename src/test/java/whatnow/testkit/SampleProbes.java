package whatnow.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.probe.Condition;
import whatnow.probe.Probed;
import whatnow.probe.Probes;

/** One endpoint that is up, one that is down, one that never answered. */
final class SampleProbes implements Probes {

    @Override
    public List<Probed> all() {
        return List.of(
                probed("freight-api", "https://api.freight.example/health", Condition.UP, ""),
                probed("freight-db", "freight-db.freight.example:5432", Condition.DOWN, "connection refused"),
                probed(
                        "web",
                        "https://www.freight.example/health",
                        Condition.NEVER_OBSERVED,
                        "the name leads nowhere"));
    }

    @Override
    public Optional<Instant> cutOffSince() {
        return Optional.empty();
    }

    private static Probed probed(String service, String address, Condition condition, String why) {
        return new Probed(
                "freight",
                service,
                Optional.empty(),
                address.startsWith("https") ? "http" : "tcp",
                address,
                Duration.ofMinutes(1),
                condition,
                SampleCards.NOW.minusSeconds(3600),
                Optional.of(SampleCards.NOW.minusSeconds(20)),
                why.isEmpty() ? Optional.of(23L) : Optional.empty(),
                why,
                Optional.empty());
    }
}
