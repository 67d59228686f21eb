package whatnow.knowledge.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import whatnow.knowledge.Article;
import whatnow.knowledge.Section;
import whatnow.knowledge.Step;

/** Steps say what proves them and how they are undone; dangerous ones what to check first and who decides. */
final class StepsRule implements ArticleRule {

    private static final int FEWEST = 3;
    private static final Pattern NEEDS =
            Pattern.compile("(?s)([A-Za-z_ /-]+?) decides?,? (?:and )?deputy:? ([A-Za-z_ /-]+?)[.,;:(].*");
    private static final Set<String> ROLES = Set.of(
            "incident_commander",
            "dr_team_lead",
            "operations_lead",
            "technical_lead",
            "dba",
            "cto",
            "executive_sponsor",
            "security_lead",
            "communications_lead");

    /** Acts that only a named person settles and that a command gives away. */
    private static final Pattern NAMED_PERSON = Pattern.compile(
            "promote-read-replica|pg_promote|pg_ctl\\s+promote|restore-db-instance|--desired-count 0|pg_rewind"
                    + "|terraform destroy|delete-db-instance");

    private static final Set<String> SAYS_NOTHING =
            Set.of("looks good", "status available", "it works", "success", "ok", "done", "no errors");

    @Override
    public void check(Subject subject) {
        var commands = new HashSet<String>();
        for (var section : subject.article().sections()) {
            count(subject, section);
            for (var step : section.steps()) {
                paragraphs(subject, step);
                danger(subject, section, step);
                step.command()
                        .map(Step.Command::id)
                        .filter(it -> !commands.add(it))
                        .ifPresent(it -> subject.find(
                                step.line(),
                                "The command id (%s) stands twice.".formatted(it),
                                "an id once",
                                "rename one"));
            }
        }
    }

    private static void count(Subject subject, Section section) {
        var isRunbook = subject.is(Article.Type.RUNBOOK);
        var mustHaveSteps = (isRunbook || subject.is(Article.Type.PROCEDURE))
                && (section.id().equals("steps") || section.id().startsWith("steps-"));
        if (mustHaveSteps && section.steps().size() < FEWEST) {
            subject.find(
                    section.line(),
                    "The section has %d steps.".formatted(section.steps().size()),
                    "at least three numbered steps that begin in bold",
                    "one action in each");
        }
    }

    private static void paragraphs(Subject subject, Step step) {
        if (step.title().isBlank() || !step.title().matches("(?s).*[.?!]")) {
            subject.find(
                    step.line(),
                    "Step %d has no title sentence.".formatted(step.number()),
                    "**A sentence.**",
                    "end it");
        }
        if (step.expect().isBlank() || SAYS_NOTHING.contains(bare(step.expect()))) {
            subject.find(
                    step.line(),
                    "Step %d does not say what proves it.".formatted(step.number()),
                    "Expect: a result that proves the thing",
                    "what is seen only if it worked");
        }
        if (step.rollback().isBlank()) {
            subject.find(
                    step.line(),
                    "Step %d has no rollback.".formatted(step.number()),
                    "Rollback: how to undo it",
                    "nothing was changed, or cannot be undone: ...");
        }
        step.needs().ifPresent(it -> needs(subject, step, it));
    }

    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip();
    }

    private static void needs(Subject subject, Step step, String words) {
        var matcher = NEEDS.matcher(words.replace("`", "") + ".");
        if (!matcher.matches()) {
            subject.find(
                    step.line(),
                    "(Needs: %s) names no deputy.".formatted(words),
                    "<role> decides, deputy <role>.",
                    "so");
            return;
        }
        for (var role : List.of(matcher.group(1), matcher.group(2))) {
            var name = role.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^the ", "")
                    .replace(' ', '_');
            if (!ROLES.contains(name)) {
                subject.find(step.line(), "The role (%s) is not known.".formatted(role), "one of " + ROLES, "a role");
            }
        }
    }

    private static void danger(Subject subject, Section section, Step step) {
        if (!step.isDangerous()) {
            return;
        }
        var check = step.checkFirst().orElse("");
        var earlier = section.steps().subList(0, step.number() - 1).stream()
                .flatMap(it -> it.command().stream())
                .filter(it -> !it.dangerous())
                .map(Step.Command::id)
                .toList();
        if (!earlier.contains(check)) {
            subject.find(
                    step.line(),
                    "Dangerous step %d has no check (%s) among the earlier steps.".formatted(step.number(), check),
                    "Check first: one of " + earlier,
                    "the harmless command whose result must hold");
        }
        var command = step.command().map(Step.Command::text).orElse("");
        if (step.needs().isEmpty() && NAMED_PERSON.matcher(command).find()) {
            subject.find(
                    step.line(),
                    "Step %d is settled by a named person and does not say by whom.".formatted(step.number()),
                    "Needs: <role> decides, deputy <role>.",
                    "add it");
        }
    }
}
