package whatnow.decision.known;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Data that is wrong where it lies.
 *
 * @param age since the first bad write; where nobody has dated it, since its discovery, which is the least that it can be
 */
public record Corruption(
        Optional<String> service, Optional<Instant> firstBadWrite, Duration age, boolean catastrophic, Belief belief)
        implements Known {

    public boolean isDated() {
        return firstBadWrite.isPresent();
    }

    @Override
    public String inWords() {
        return "data of %s is %s%s, first bad write %s"
                .formatted(
                        service.orElse("the plan"),
                        isTrue() ? "corrupt" : "perhaps corrupt",
                        catastrophic ? " (catastrophic)" : "",
                        firstBadWrite.map(Words::clock).orElse("unknown"));
    }
}
