package whatnow.feedback;

import static whatnow.feedback.Inert.code;
import static whatnow.feedback.Inert.cut;
import static whatnow.feedback.Inert.line;
import static whatnow.feedback.Inert.list;
import static whatnow.feedback.Inert.plain;
import static whatnow.feedback.Inert.quote;
import static whatnow.feedback.Inert.quoted;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import whatnow.incident.Fact;
import whatnow.incident.Incident;
import whatnow.incident.Symptom;
import whatnow.notation.CitationForm;

/** The Markdown of a draft: the shape of a runbook, filled with what the incident knows. Pure. */
public record DraftText(String title, String markdown) {

    private static final int LONGEST_TITLE = 90;
    private static final int LONGEST_SLUG = 60;

    /**
     * What a draft is made from.
     *
     * @param article {@code slug} or {@code slug#section} that was followed; empty for none
     * @param note what is missing, in words; blank if nobody said
     */
    public record Missed(
            Incident incident, Optional<String> article, String note, List<Symptom> symptoms, List<Fact> facts) {

        Evidence evidence() {
            return new Evidence(symptoms, facts);
        }
    }

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
        return missed.evidence()
                .shown()
                .findFirst()
                .map(it -> cut(line(it.service()) + ": " + Evidence.kind(it), LONGEST_TITLE))
                .orElse("What to do in a case like " + missed.incident().number());
    }

    private static String slug(String title, Missed missed) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? missed.incident().number().toLowerCase(Locale.ROOT) : whole(plain);
    }

    /** As many of its words as fit, or the beginning of one that is longer than all. */
    private static String whole(String slug) {
        if (slug.length() <= LONGEST_SLUG) {
            return slug;
        }
        var end = slug.lastIndexOf('-', LONGEST_SLUG);
        return slug.substring(0, end > 0 ? end : LONGEST_SLUG);
    }

    private static String free(String slug, Predicate<String> isTaken) {
        return Stream.iterate(2, it -> it + 1)
                .map(it -> slug + "-" + it)
                .limit(100)
                .reduce(slug, (found, next) -> isTaken.test(found) ? next : found);
    }

    private static String front(Missed missed, String title, String id) {
        var shown = missed.evidence().shown().toList();
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
                        list(shown.stream().map(Symptom::service)),
                        list(shown.stream().flatMap(it -> it.alerts().stream())),
                        list(missed.article().map(CitationForm::article).stream()),
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
        var signs = missed.evidence().signs();
        return signs.isEmpty() ? "- Write here how to recognise it: no symptom was known." : String.join("\n", signs);
    }

    private static String known(Missed missed) {
        var known = missed.evidence().known();
        return known.isEmpty()
                ? "Write here what must be known first, and how to find it out."
                : "Known in the incident; write here which of it matters, and how to find it out:\n\n"
                        + String.join("\n", known);
    }

    private static String steps(Missed missed) {
        var done = missed.evidence().deeds();
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
}
