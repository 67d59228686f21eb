package whatnow.feedback;

import static whatnow.feedback.Inert.code;
import static whatnow.feedback.Inert.line;
import static whatnow.feedback.Inert.plain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;

/** What an incident knows, as lists in Markdown. */
record Evidence(List<Symptom> symptoms, List<Fact> facts) {

    private static final int MOST_NOTES = 12;

    /** How to recognise it. */
    List<String> signs() {
        return shown().limit(Inert.MOST_NAMES).map(Evidence::sign).toList();
    }

    private static String sign(Symptom it) {
        return "- %s %s%s, since %s%s"
                .formatted(
                        code(it.service()),
                        kind(it),
                        it.zone()
                                .or(it::region)
                                .map(where -> " in " + code(where))
                                .orElse(""),
                        second(it.since()),
                        it.alerts().isEmpty()
                                ? ""
                                : "; alerts: "
                                        + it.alerts().stream().map(Inert::code).collect(Collectors.joining(", ")));
    }

    /** What was known besides the symptoms, each with who said so. */
    List<String> known() {
        return believed()
                .filter(it -> !it.type().isPersonal() && it.type() != FactType.SYMPTOM)
                .map(it -> "- %s%s: %s, by %s at %s"
                        .formatted(
                                it.type().key().replace('_', ' '),
                                it.subject().toString().isBlank()
                                        ? ""
                                        : " " + code(it.subject().toString()),
                                it.state().name(),
                                code(it.source().name()),
                                second(it.observedAt())))
                .limit(MOST_NOTES)
                .toList();
    }

    /** What people did and wrote down, in the order in which they did. */
    List<String> deeds() {
        return believed()
                .filter(it -> it.state() == State.TRUE)
                .flatMap(it -> deed(it).stream())
                .limit(MOST_NOTES)
                .toList();
    }

    private static Optional<String> deed(Fact fact) {
        var words = switch (fact.type()) {
            case NOTE -> fact.text("text").map(Inert::quote);
            case STEP_DONE ->
                Optional.of("ticked step %s of %s"
                        .formatted(
                                plain(line(fact.text("step").orElse("?"))),
                                code(fact.text("article").orElse("?") + "#"
                                        + fact.text("section").orElse("steps"))));
            default -> Optional.<String>empty();
        };
        return words.map(it -> "- %s, %s: %s"
                .formatted(second(fact.observedAt()), code(fact.source().name()), it));
    }

    private Stream<Fact> believed() {
        return facts.stream()
                .filter(it -> it.state() != State.UNKNOWN)
                .sorted(Comparator.comparing(Fact::observedAt).thenComparing(Fact::key));
    }

    /** What hurts now before what has ended. */
    Stream<Symptom> shown() {
        return symptoms.stream()
                .sorted(Comparator.comparing(Symptom::isOpen)
                        .reversed()
                        .thenComparing(Symptom::since)
                        .thenComparing(Symptom::key));
    }

    static String kind(Symptom symptom) {
        return symptom.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
