package whatnow.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.signal.Source;
import whatnow.signal.Sources;

/** One that reports, one that fell silent; and more was sent than is folded in. */
final class SampleSources implements Sources {

    @Override
    public List<Source> at(Instant now) {
        var broken = new Source.Unreadable(
                SampleCards.NOW.minusSeconds(600), 3, "labels is not an object", "{\"labels\": [\"<b>\u202Ex\"]}");
        return List.of(
                new Source(
                        "prometheus us-east-1",
                        Optional.of(now.minusSeconds(12)),
                        Optional.of(now.minusSeconds(12)),
                        Duration.ofSeconds(30),
                        Source.State.FRESH,
                        1,
                        List.of(broken)),
                new Source(
                        "cloudwatch eu-west-1",
                        Optional.of(now.minus(Duration.ofMinutes(47))),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        Source.State.SILENT,
                        0,
                        List.of()));
    }

    @Override
    public Optional<Waiting> waiting() {
        return Optional.of(new Waiting(12_300, SampleCards.NOW.minusSeconds(14)));
    }
}
