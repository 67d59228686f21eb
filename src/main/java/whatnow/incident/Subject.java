package whatnow.incident;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return Stream.of(service, replica, zone, region, plan)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
