package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/** Somebody inside who should not be. {@code kind}: {@code ransomware}, {@code breach} or {@code access}. */
public record Intrusion(String kind, Optional<Instant> firstCompromise, Belief belief) implements Known {

    public boolean isRansomware() {
        return kind.equals("ransomware");
    }

    public boolean isBreach() {
        return kind.equals("breach");
    }

    public boolean isDated() {
        return firstCompromise.isPresent();
    }

    @Override
    public String inWords() {
        return "%s, first compromise %s"
                .formatted(kind, firstCompromise.map(Words::clock).orElse("unknown"));
    }
}
