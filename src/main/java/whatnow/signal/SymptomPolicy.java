package whatnow.signal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import whatnow.incident.SymptomKind;
import whatnow.rulebook.Spoken;
import whatnow.signal.SymptomProposals.Read;
import whatnow.signal.SymptomTables.Weight;

/**
 * Picks when several rules speak: what the alert says itself, then its whole name, then words, by how much they say and where
 * they stand. Of one weight and part the uppermost row of the table counts. The alert's own severity is never asked.
 */
final class SymptomPolicy {

    static final String UNNAMED = "unnamed";

    private static final Comparator<Read.Service> SERVICE_FIRST =
            Comparator.comparing(Read.Service::by).thenComparing(Read.Service::line);

    private static final Comparator<Read.Region> SAID_FIRST =
            Comparator.comparing(Read.Region::implied).thenComparing(Read.Region::line);

    private static final Comparator<Read.Kind> BEST =
            Comparator.comparingInt(SymptomPolicy::order).thenComparing(SymptomPolicy::line);

    /**
     * Which words count before which others. The name counts most; but what leaves no doubt counts before what fits many
     * kinds, except that a description, which tells also of causes, comes late.
     */
    private static final List<Where> ORDER = List.of(
            new Where(Weight.CERTAIN, Field.NAME),
            new Where(Weight.CERTAIN, Field.SUMMARY),
            new Where(Weight.CERTAIN, Field.EXPRESSION),
            new Where(Weight.TELLING, Field.NAME),
            new Where(Weight.TELLING, Field.SUMMARY),
            new Where(Weight.CERTAIN, Field.DESCRIPTION),
            new Where(Weight.GENERAL, Field.NAME),
            new Where(Weight.GENERAL, Field.SUMMARY),
            new Where(Weight.TELLING, Field.DESCRIPTION),
            new Where(Weight.GENERAL, Field.DESCRIPTION),
            new Where(Weight.TELLING, Field.EXPRESSION),
            new Where(Weight.GENERAL, Field.EXPRESSION),
            new Where(Weight.CERTAIN, Field.METRIC),
            new Where(Weight.TELLING, Field.METRIC),
            new Where(Weight.GENERAL, Field.METRIC),
            new Where(Weight.BARE, Field.NAME),
            new Where(Weight.BARE, Field.SUMMARY),
            new Where(Weight.BARE, Field.DESCRIPTION),
            new Where(Weight.BARE, Field.EXPRESSION),
            new Where(Weight.BARE, Field.METRIC));

    private record Where(Weight weight, Field field) {}

    static List<Reading> settle(Alert alert, Collection<Spoken> spoken) {
        var read = spoken.stream().map(Spoken::statement).toList();
        if (all(read, Read.NoSymptom.class).findAny().isPresent()) {
            return List.of();
        }
        return List.of(new Reading(
                kind(read).map(it -> settled(it, read)).orElse(SymptomKind.OTHER),
                best(read, Read.Service.class, SERVICE_FIRST, Read.Service::name)
                        .orElseGet(() -> unnamed(alert)),
                best(read, Read.Region.class, SAID_FIRST, Read.Region::name),
                best(read, Read.Zone.class, Comparator.comparing(Read.Zone::line), Read.Zone::name),
                best(read, Read.Value.class, Comparator.comparing(Read.Value::value), Read.Value::value)));
    }

    /** What to call a service that no label names. */
    static String unnamed(Alert alert) {
        return alert.name().isEmpty() ? UNNAMED : UNNAMED + " (%s)".formatted(alert.name());
    }

    /** The kind, with what it was read from; empty if no rule read one. */
    static Optional<Read.Kind> kind(List<Object> read) {
        return all(read, Read.Kind.class).min(BEST);
    }

    /** Words are taken of one instance or of all of it where the alert says which it means. */
    static SymptomKind settled(Read.Kind kind, List<Object> read) {
        if (!(kind instanceof Read.ByWords(var found))) {
            return kind.kind();
        }
        if (all(read, Read.AllOfIt.class).findAny().isPresent()) {
            return kind.kind() == SymptomKind.INSTANCE_DOWN ? SymptomKind.UNAVAILABLE : kind.kind();
        }
        var isOfOne = all(read, Read.OneInstance.class).findAny().isPresent();
        return isOfOne ? found.row().ofOne().orElse(kind.kind()) : kind.kind();
    }

    private static int order(Read.Kind kind) {
        return switch (kind) {
            case Read.Explicit _ -> 0;
            case Read.ByName _ -> 1;
            case Read.ByWords(var found) ->
                2 + ORDER.indexOf(new Where(found.row().weight(), found.field()));
        };
    }

    private static int line(Read.Kind kind) {
        return switch (kind) {
            case Read.Explicit _, Read.ByName _ -> 0;
            case Read.ByWords(var found) -> found.row().line();
        };
    }

    private static <T, R> Optional<R> best(List<Object> read, Class<T> type, Comparator<T> order, Function<T, R> what) {
        return all(read, type).min(order).map(what);
    }

    private static <T> Stream<T> all(List<Object> read, Class<T> type) {
        return read.stream().filter(type::isInstance).map(type::cast);
    }

    private SymptomPolicy() {}
}
