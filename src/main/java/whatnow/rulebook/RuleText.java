package whatnow.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what the engine does not keep: the sentence above a rule, the line it begins on, and
 * annotations given twice, of which Drools drops one without a word.
 */
final class RuleText {

    private static final Pattern RULE = Pattern.compile("^rule\\s+\"([^\"]+)\"");
    private static final Pattern ANNOTATION = Pattern.compile("^\\s*@(\\w+)\\(([^)]*)\\)");
    private static final List<String> REQUIRED = List.of("Runbook", "Rows", "Owner");
    private static final int LONGEST_NAME = 100;

    private final String file;
    private final List<String> lines;
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private RuleText(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    static RuleText read(String file, String text) {
        var read = new RuleText(file, text);
        for (var index = 0; index < read.lines.size(); index++) {
            var match = RULE.matcher(read.lines.get(index));
            if (match.find()) {
                read.rule(match.group(1), index);
            }
        }
        return read;
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private void rule(String name, int start) {
        var end = endOf(start);
        var body = lines.subList(start, end + 1);
        var runbook = annotation("Runbook", name, body, start);
        var rows = annotation("Rows", name, body, start);
        var owner = annotation("Owner", name, body, start);
        if (name.length() > LONGEST_NAME) {
            problem(start, "the name of rule (%s) is longer than %d characters".formatted(name, LONGEST_NAME));
        }
        rules.add(new Rule(
                name,
                commentAbove(start),
                runbook,
                Arrays.stream(rows.split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList(),
                owner,
                file,
                start + 1,
                String.join("\n", body)));
    }

    private String annotation(String wanted, String rule, List<String> body, int start) {
        var values = body.stream()
                .map(ANNOTATION::matcher)
                .filter(it -> it.find() && it.group(1).equals(wanted))
                .map(it -> it.group(2).strip())
                .toList();
        if (values.size() != 1 || values.getFirst().isEmpty()) {
            problem(
                    start,
                    "rule (%s) has @%s %d times; expected exactly one of each of %s, with a value"
                            .formatted(rule, wanted, values.size(), REQUIRED));
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    private String commentAbove(int start) {
        var first = start;
        while (first > 0 && lines.get(first - 1).startsWith("//")) {
            first--;
        }
        if (first == start) {
            problem(start, "there is no sentence above the rule that says why it is so; expected a // comment");
        }
        return String.join(
                " ",
                lines.subList(first, start).stream()
                        .map(it -> it.substring(2).strip())
                        .toList());
    }

    private int endOf(int start) {
        for (var index = start; index < lines.size(); index++) {
            if (lines.get(index).strip().equals("end")) {
                return index;
            }
        }
        return lines.size() - 1;
    }

    private void problem(int index, String what) {
        problems.add("%s:%d: %s".formatted(file, index + 1, what));
    }
}
