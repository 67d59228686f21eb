package whatnow.incident;

import java.util.LinkedHashSet;
import java.util.Optional;

/** What a fact is about. At least one part is given, but for facts that concern a whole incident. */
public record Subject(
        Optional<String> plan,
        Optional<String> service,
        Optional<String> region,
        Optional<String> zone,
        Optional<String> replica) {

    public static final Subject NOTHING =
            new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** For people: {@code database · us-east-1}. */
    @Override
    public String toString() {
        var parts = new LinkedHashSet<String>();
        service.ifPresent(parts::add);
        replica.ifPresent(parts::add);
        zone.ifPresent(parts::add);
        region.ifPresent(parts::add);
        plan.ifPresent(parts::add);
        return String.join(" · ", parts);
    }
}
