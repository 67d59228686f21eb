package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;

/** What another open incident of the same plan shows: not this one's harm, but part of the picture. */
public record Elsewhere(String service, SymptomKind kind, Optional<String> zone, Instant lastSeen) implements Evidence {

    public static Elsewhere of(Symptom symptom) {
        return new Elsewhere(symptom.service(), symptom.kind(), symptom.zone(), symptom.lastSeen());
    }

    @Override
    public String inWords() {
        return "elsewhere in the plan: %s %s"
                .formatted(
                        service, kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.of(lastSeen);
    }
}
