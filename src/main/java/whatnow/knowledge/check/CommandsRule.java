package whatnow.knowledge.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import whatnow.knowledge.Article;
import whatnow.knowledge.Step;
import whatnow.knowledge.markdown.Markdown;
import whatnow.notation.PlaceHolders;

/** What a command to copy may hold. */
final class CommandsRule implements ArticleRule {

    private static final Pattern OTHER_PLACE = Pattern.compile("<[a-z][a-z0-9_-]*>|\\bYOUR_[A-Z_]+");
    private static final Pattern AWS = Pattern.compile("(?<![\\w./-])aws\\s+([a-z][a-z0-9-]*)\\s");
    private static final Pattern REGION = Pattern.compile("--region[ =]");
    private static final Pattern HEALTH_ELSEWHERE = Pattern.compile("aws\\s+health\\s(?!.*--region us-east-1)");
    private static final Set<String> GLOBAL = Set.of("route53", "iam", "organizations", "cloudfront");
    private static final Pattern SECRET = Pattern.compile(
            "--master-user-password[ =]|PGPASSWORD=|--password[ =]|[ ?&]password=|AWS_SECRET_ACCESS_KEY=");

    /** Commands that destroy, promote, fence or switch, whatever the author thought of them. */
    private static final Pattern HARM =
            Pattern.compile("aws\\s+[a-z0-9-]+\\s+(?:delete|terminate|revoke)-|promote-read-replica|failover-db-cluster"
                    + "|--force-failover|--desired-count 0|change-resource-record-sets|pg_promote|pg_ctl\\s+promote"
                    + "|\\brm\\s+-[a-z]*[rf]|(?i:\\bdrop\\s+(?:database|table)\\b)|docker compose\\b.*\\bdown\\b|docker volume rm"
                    + "|terraform\\s+(?:apply|destroy)|pg_terminate_backend");

    /** Words that a command looks for are not words that it says. */
    private static final Pattern SOUGHT = Pattern.compile("grep(?:\\s+-\\S+)*\\s+(?:'[^']*'|\"[^\"]*\")");

    @Override
    public void check(Subject subject) {
        var steps = subject.article().sections().stream()
                .flatMap(it -> it.steps().stream())
                .toList();
        steps.forEach(step -> step.command().ifPresent(it -> command(subject, step, it)));
        subject.fences().forEach(it -> outside(subject, it, steps));
    }

    private static void command(Subject subject, Step step, Step.Command command) {
        var text = joined(command.text());
        PlaceHolders.in(text)
                .filter(it -> !PlaceHolders.KNOWN.contains(it))
                .distinct()
                .forEach(it -> find(subject, step, command, "holds {%s}".formatted(it), "a known place-holder"));
        OTHER_PLACE
                .matcher(text)
                .results()
                .forEach(it -> find(subject, step, command, "holds (%s)".formatted(it.group()), "{snake_case}"));
        if (SECRET.matcher(text).find()) {
            find(subject, step, command, "holds a secret", "a secret from a file or a secret store");
        }
        if (!command.dangerous()
                && HARM.matcher(SOUGHT.matcher(text).replaceAll("grep")).find()) {
            find(subject, step, command, "does harm and says danger=false", "danger=true and its check");
        }
        text.lines().forEach(it -> region(subject, step, command, it));
    }

    private static void region(Subject subject, Step step, Step.Command command, String line) {
        var regional = AWS.matcher(line)
                .results()
                .filter(it -> !GLOBAL.contains(it.group(1)))
                .count();
        if (regional > REGION.matcher(line).results().count()) {
            find(subject, step, command, "calls aws without a region", "--region {region}");
        }
        if (HEALTH_ELSEWHERE.matcher(line).find()) {
            find(subject, step, command, "asks AWS Health elsewhere", "--region us-east-1");
        }
    }

    private static void find(Subject subject, Step step, Step.Command command, String what, String expected) {
        subject.find(
                step.line(),
                "The command (%s) %s.".formatted(command.id(), what),
                expected,
                "change the command of step %d".formatted(step.number()));
    }

    private static void outside(Subject subject, FencedCodeBlock fence, List<Step> steps) {
        var info = fence.getInfo() == null ? "" : fence.getInfo();
        var isInStep = steps.stream()
                .flatMap(it -> it.command().stream())
                .anyMatch(it -> info.contains("id=" + it.id())
                        && it.text().equals(fence.getLiteral().stripTrailing()));
        var isOfSteps = Stream.of(Article.Type.RUNBOOK, Article.Type.PROCEDURE).anyMatch(subject::is);
        if (!isInStep && info.contains("danger=true")) {
            subject.find(
                    Markdown.line(fence),
                    "A dangerous command stands outside the steps.",
                    "a step of its own",
                    "move it");
        }
        if (!isInStep && isOfSteps && info.matches("sh|bash|shell|console")) {
            subject.find(Markdown.line(fence), "A command has no id.", "sh id=<slug> danger=true|false", "add them");
        }
    }

    /** One line for each command, whatever was broken with a backslash. */
    private static String joined(String text) {
        return text.replaceAll("\\\\\\n\\s*", " ") + " ";
    }
}
