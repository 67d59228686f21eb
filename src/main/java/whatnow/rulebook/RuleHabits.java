package whatnow.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * What a rule may not do, looked for in its text before anything is compiled.
 *
 * <p>A rule is code and runs with all the rights of the product. There is no sandbox, so rules come
 * from reviewed files only; this keeps them to patterns and one proposal.
 */
final class RuleHabits {

    private static final Pattern IMPORT = Pattern.compile("^\\s*import\\s+(.*?);?\\s*$");
    private static final Pattern ALLOWED_IMPORT = Pattern.compile("(whatnow|java\\.time)(\\.\\w+)+");
    private static final Pattern GLOBAL = Pattern.compile("^\\s*global\\b(.*)$");
    private static final Pattern ALLOWED_GLOBAL = Pattern.compile("\\s+whatnow(\\.\\w+)+\\s+proposals;?\\s*");
    private static final Pattern ANNOTATION = Pattern.compile("\\s*@\\w+\\([\\w#,\\s-]*\\)\\s*");
    private static final Pattern STATEMENT = Pattern.compile("proposals\\.\\w+\\([^;{}]*\\);");
    private static final Pattern ROW = Pattern.compile("S[0-4]-\\d\\d");

    /** What it looks like, and why it is refused. */
    private static final Map<Pattern, String> FORBIDDEN = forbidden();

    private final String file;
    private final List<String> problems = new ArrayList<>();

    private RuleHabits(String file) {
        this.file = file;
    }

    static List<String> problems(SortedMap<String, String> sources) {
        var problems = new ArrayList<String>();
        sources.forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                var habits = new RuleHabits(file);
                habits.lines(text);
                RuleText.read(file, text).rules().forEach(habits::rule);
                problems.addAll(habits.problems);
            }
        });
        return problems;
    }

    private void lines(String text) {
        var lines = DrlWords.withoutTextAndComments(text).lines().toList();
        var originals = text.lines().toList();
        for (var index = 0; index < lines.size(); index++) {
            var number = index + 1;
            var line = lines.get(index);
            if (originals.get(index).contains("\\u")) {
                problem(number, "(\\u) may hide code; expected the character itself");
            }
            var imported = IMPORT.matcher(line);
            var global = GLOBAL.matcher(line);
            if (imported.matches()) {
                if (!ALLOWED_IMPORT.matcher(imported.group(1)).matches()) {
                    problem(
                            number,
                            "import (%s) is not allowed; expected a class of whatnow or java.time"
                                    .formatted(imported.group(1)));
                }
            } else if (global.matches()) {
                if (!ALLOWED_GLOBAL.matcher(global.group(1)).matches()) {
                    problem(
                            number,
                            "global (%s) is not allowed; expected a vocabulary of whatnow, named proposals"
                                    .formatted(global.group(1).strip()));
                }
            } else if (!ANNOTATION.matcher(line).matches()) {
                FORBIDDEN.forEach((pattern, why) -> {
                    var match = pattern.matcher(line);
                    if (match.find()) {
                        problem(
                                number,
                                "(%s) is not allowed in rules: %s"
                                        .formatted(match.group().strip(), why));
                    }
                });
            }
        }
    }

    private void rule(Rule rule) {
        rule.rows().stream()
                .filter(it -> !ROW.matcher(it).matches())
                .forEach(it -> problem(
                        rule.line(),
                        "row (%s) of rule (%s) is not a plan row; expected one such as S1-03"
                                .formatted(it, rule.name())));
        var body = DrlWords.withoutTextAndComments(rule.text()).lines().toList();
        var start = body.stream().map(String::strip).toList().indexOf("then");
        var statement = start < 0
                ? ""
                : String.join(" ", body.subList(start + 1, body.size() - 1)).strip();
        if (!STATEMENT.matcher(statement).matches()) {
            problem(
                    rule.line(),
                    "rule (%s) says (%s); expected (then) on a line of its own and one statement that"
                                    .formatted(rule.name(), statement)
                            + " begins with proposals.");
        }
    }

    private static Map<Pattern, String> forbidden() {
        var forbidden = new LinkedHashMap<Pattern, String>();
        var order = "order between rules does not exist; a policy in Java picks among proposals";
        for (var word : List.of(
                "salience",
                "agenda-group",
                "activation-group",
                "ruleflow-group",
                "no-loop",
                "lock-on-active",
                "auto-focus")) {
            forbidden.put(Pattern.compile("\\b" + word + "\\b"), order);
        }
        for (var word : List.of("modify", "update", "delete", "retract", "insert", "insertLogical", "setGlobal")) {
            forbidden.put(Pattern.compile("\\b" + word + "\\b\\s*[({]"), "facts go in and never change");
        }
        for (var word : List.of("matches", "soundslike")) {
            forbidden.put(Pattern.compile("\\b" + word + "\\b"), "free text is read before it becomes a fact");
        }
        for (var word :
                List.of("eval\\s*\\(", "from\\b", "extends\\b", "drools\\b", "kcontext\\b", "new\\b", "import\\b")) {
            forbidden.put(Pattern.compile("\\b" + word), "logic that needs it gets a name in Java");
        }
        for (var word : List.of(
                "function",
                "declare",
                "query",
                "unit",
                "enabled",
                "timer",
                "calendars",
                "duration",
                "date-effective",
                "date-expires",
                "dialect",
                "template",
                "window")) {
            forbidden.put(Pattern.compile("^\\s*" + word + "\\b"), "a file holds imports, one global and rules");
        }
        for (var word : List.of(
                "Runtime",
                "System",
                "ProcessBuilder",
                "ProcessHandle",
                "Process",
                "Thread",
                "Class",
                "ClassLoader",
                "Module",
                "getClass",
                "class",
                "StackWalker",
                "Object",
                "Integer",
                "Long",
                "Boolean",
                "ScopedValue",
                "InheritableThreadLocal",
                "ThreadLocal",
                "ThreadGroup")) {
            forbidden.put(Pattern.compile("\\b" + word + "\\b"), "rules see facts and nothing of the machine");
        }
        forbidden.put(
                Pattern.compile("(?<![\\w$.])(java|javax|jakarta|jdk|sun|com|org|io|net|gg|whatnow)\\s*(\\.|$)"),
                "only what is imported may be named");
        return forbidden;
    }

    private void problem(int line, String what) {
        problems.add("%s:%d: %s".formatted(file, line, what));
    }
}
