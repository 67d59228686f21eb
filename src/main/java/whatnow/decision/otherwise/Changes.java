package whatnow.decision.otherwise;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import whatnow.decision.supposed.Scene;
import whatnow.decision.supposed.Supposition;
import whatnow.incident.Fact;

/** Puts what was found into words: nearest first, and what differs only in the service or zone as one. */
final class Changes {

    private final Believed believed;

    Changes(Scene scene) {
        this.believed = new Believed(scene);
    }

    List<Change> of(List<Supposition> found) {
        var alike = new LinkedHashMap<String, List<Supposition>>();
        found.stream()
                .sorted(Comparator.comparing(Supposition::nearness))
                .forEach(it -> alike.merge(it.template(), List.of(it), Changes::together));
        return alike.values().stream()
                .limit(WhyNot.MOST_CHANGES)
                .map(this::change)
                .toList();
    }

    private static List<Supposition> together(List<Supposition> some, List<Supposition> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Change change(List<Supposition> alike) {
        var nearest = alike.getFirst();
        return new Change(
                nearest.facts(),
                "if " + nearest.words(),
                believed.of(nearest.facts()),
                alike.stream()
                        .skip(1)
                        .filter(it -> it.facts().size() == 1)
                        .flatMap(it -> it.facts().stream())
                        .map(Fact::subject)
                        .flatMap(it -> it.service().or(it::zone).stream())
                        .distinct()
                        .toList());
    }
}
