package whatnow.feedback;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.State;
import whatnow.incident.Symptom;

/**
 * The Markdown of a draft: the shape of a runbook, filled with what the incident knows. Pure.
 *
 * <p>Names and words come from strangers. Each stands on one line, and in code or quotes, so that none of them becomes a
 * heading, a command or a key of the front matter.
 */
public record DraftText(String title, String markdown) {

    private static final int LONGEST_TITLE = 90;
    private static final int LONGEST_SLUG = 60;
    private static final int MOST_NAMES = 10;
    private static final int MOST_NOTES = 12;
    private static final int LONGEST_WORDS = 300;

    /**
     * What a draft is made from.
     *
     * @param article {@code slug} or {@code slug#section} that was followed; empty for none
     * @param note what is missing, in words; blank if nobody said
     */
    public record Missed(
            Incident incident, Optional<String> article, String note, List<Symptom> symptoms, List<Fact> facts) {}

    /** @param isTaken whether an article has the id already */
    public static DraftText of(Missed missed, Predicate<String> isTaken) {
        var title = title(missed);
        return new DraftText(
                title, front(missed, title, free(slug(title, missed), isTaken)) + "\n" + body(missed, title));
    }

    private static String title(Missed missed) {
        var note = line(missed.note());
        if (!note.isBlank()) {
            return cut(Character.toUpperCase(note.charAt(0)) + note.substring(1), LONGEST_TITLE);
        }
        return shown(missed)
                .findFirst()
                .map(it -> cut(line(it.service()) + ": " + kind(it), LONGEST_TITLE))
                .orElse("What to do in a case like " + missed.incident().number());
    }

    private static String slug(String title, Missed missed) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        var cut = (plain.length() > LONGEST_SLUG ? plain.substring(0, LONGEST_SLUG) : plain).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? missed.incident().number().toLowerCase(Locale.ROOT) : cut;
    }

    private static String free(String slug, Predicate<String> isTaken) {
        return Stream.iterate(2, it -> it + 1)
                .map(it -> slug + "-" + it)
                .limit(100)
                .reduce(slug, (found, next) -> isTaken.test(found) ? next : found);
    }

    private static String front(Missed missed, String title, String id) {
        var related =
                missed.article().map(it -> it.replaceFirst("#.*$", "")).stream().toList();
        return """
                ---
                id: %s
                type: runbook
                title: %s
                category: troubleshooting_guides
                services: %s
                alerts: %s
                scenarios: []
                severities: []
                refs: []
                owner: ""
                status: draft
                tags: []
                related: %s
                incidents: %s
                ---
                """.formatted(
                        id,
                        quoted(title),
                        list(shown(missed).map(Symptom::service)),
                        list(shown(missed).flatMap(it -> it.alerts().stream())),
                        list(related.stream()),
                        list(Stream.of(missed.incident().number())));
    }

    private static String body(Missed missed, String title) {
        return """
                # %s

                %s

                ## When {#when}

                %s

                ## Do not {#do-not}

                - Do not go on before you know what this article must forbid: write it here.

                ## Before you start {#before-you-start}

                %s

                ## Steps {#steps}

                %s
                ## Verification {#verification}

                Write here what proves from outside that it is over.

                ## Rollback {#rollback}

                Write here how each step is undone, or that it cannot be.

                ## Escalation {#escalation}

                Write here whom to call when this does not help, with the telephone number.
                """.formatted(plain(title), why(missed), when(missed), known(missed), steps(missed));
    }

    private static String why(Missed missed) {
        return "Missed in %s (plan %s)%s.%s"
                .formatted(
                        missed.incident().number(),
                        code(missed.incident().plan().name()),
                        missed.article().map(it -> ", beside " + code(it)).orElse(""),
                        missed.note().isBlank() ? "" : " In the words of whoever missed it: " + quote(missed.note()));
    }

    private static String when(Missed missed) {
        var lines = shown(missed).limit(MOST_NAMES).map(DraftText::symptom).toList();
        return lines.isEmpty() ? "- Write here how to recognise it: no symptom was known." : String.join("\n", lines);
    }

    private static String symptom(Symptom it) {
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
                                        + it.alerts().stream()
                                                .map(DraftText::code)
                                                .collect(Collectors.joining(", ")));
    }

    /** What was known besides the symptoms, each with who said so. */
    private static String known(Missed missed) {
        var lines = facts(missed)
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
        return lines.isEmpty()
                ? "Write here what must be known first, and how to find it out."
                : "Known in the incident; write here which of it matters, and how to find it out:\n\n"
                        + String.join("\n", lines);
    }

    private static String steps(Missed missed) {
        var done =
                facts(missed).flatMap(it -> deed(it).stream()).limit(MOST_NOTES).toList();
        var template = """
                1. **Write the first action here, one sentence.** Three steps at least; each is one action.

                   Expect: what proves it.

                   Rollback: nothing was changed.
                """;
        return done.isEmpty()
                ? template
                : template + "\nWhat people did and wrote down in "
                        + missed.incident().number() + ":\n\n" + String.join("\n", done) + "\n";
    }

    private static Optional<String> deed(Fact fact) {
        var words = switch (fact.type()) {
            case NOTE -> fact.text("text").map(DraftText::quote);
            case STEP_DONE ->
                Optional.of("ticked step %s of %s"
                        .formatted(
                                line(fact.text("step").orElse("?")),
                                code(fact.text("article").orElse("?") + "#"
                                        + fact.text("section").orElse("steps"))));
            default -> Optional.<String>empty();
        };
        return words.map(it -> "- %s, %s: %s"
                .formatted(second(fact.observedAt()), code(fact.source().name()), it));
    }

    private static Stream<Fact> facts(Missed missed) {
        return missed.facts().stream()
                .filter(it -> it.state() != State.UNKNOWN)
                .sorted(Comparator.comparing(Fact::observedAt).thenComparing(Fact::key));
    }

    /** What hurts now before what has ended. */
    private static Stream<Symptom> shown(Missed missed) {
        return missed.symptoms().stream()
                .sorted(Comparator.comparing(Symptom::isOpen)
                        .reversed()
                        .thenComparing(Symptom::since)
                        .thenComparing(Symptom::key));
    }

    private static String kind(Symptom symptom) {
        return symptom.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Names as the front matter lists them. */
    private static String list(Stream<String> names) {
        return names.map(DraftText::line)
                .distinct()
                .limit(MOST_NAMES)
                .map(DraftText::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** In a span of code nothing is markup; a back quote would end it. */
    private static String code(String text) {
        return "`" + cut(line(text).replace('`', '\''), LONGEST_WORDS) + "`";
    }

    private static String quote(String text) {
        return "\u201C" + plain(cut(line(text), LONGEST_WORDS)) + "\u201D";
    }

    /** Words that mean no markup. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#!|])", "\\\\$1");
    }

    /** One line of what can be seen. */
    private static String line(String text) {
        var kept = new ArrayList<String>();
        text.codePoints()
                .map(it -> Character.isWhitespace(it) || Character.isISOControl(it) ? ' ' : it)
                .filter(it -> Character.getType(it) != Character.FORMAT)
                .filter(it -> Character.getType(it) != Character.SURROGATE)
                .forEach(it -> kept.add(Character.toString(it)));
        return String.join("", kept).replaceAll("\\p{Z}+", " ").strip();
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
                                .strip()
                        + "\u2026";
    }
}
