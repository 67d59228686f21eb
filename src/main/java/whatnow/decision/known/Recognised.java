package whatnow.decision.known;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import whatnow.plan.Condition;
import whatnow.plan.Importance;

/**
 * A condition that the severity book recognised: later books go on from here.
 *
 * @param service that it was recognised for; empty text where it concerns no single one
 */
public record Recognised(Condition condition, String service, Optional<Importance> importance) implements Evidence {

    public boolean hasService() {
        return !service.isEmpty();
    }

    public boolean isCritical() {
        return importance.filter(it -> it == Importance.CRITICAL).isPresent();
    }

    @Override
    public String inWords() {
        var what = condition.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return hasService() ? what + ": " + service : what;
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.empty();
    }
}
