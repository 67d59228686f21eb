package whatnow.signal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Senders that are expected, with how often each speaks. One that is not named here is learnt from its Watchdog.
 *
 * @param intervals by the source's name, for example {@code alertmanager am-1:9093 -> 1m}
 */
@ConfigurationProperties("whatnow.sources")
record SourceSettings(@DefaultValue Map<String, Duration> intervals) {

    static final SourceSettings NONE = new SourceSettings(Map.of());

    /** The sender with the interval that is set for it, if one is. */
    Sender told(Sender sender) {
        return Optional.ofNullable(intervals.get(sender.name()))
                .map(sender::speaksEvery)
                .orElse(sender);
    }
}
