package whatnow.decision.known;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A deployment or a change of configuration. */
public record Deployment(Optional<String> service, String what, Instant at, Duration ago, Belief belief)
        implements Known {

    /** Recent enough to be the cause: within the last 60 minutes. */
    public boolean isRecent() {
        return ago.compareTo(Duration.ofMinutes(60)) <= 0 && isTrue();
    }

    @Override
    public String inWords() {
        return "%s%s %s".formatted(what, service.map(it -> " on " + it).orElse(""), Words.ago(ago));
    }
}
