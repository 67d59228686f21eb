package whatnow.decision.known;

import java.util.Optional;

/** Whether a zone works. */
public record ZoneStatus(String zone, Optional<String> region, Belief belief) implements Known {

    public boolean isLost() {
        return isFalse();
    }

    @Override
    public String inWords() {
        return "zone %s: %s, by %s".formatted(zone, Words.works(belief), String.join(" and ", belief.sources()));
    }
}
