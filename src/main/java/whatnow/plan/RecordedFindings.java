package whatnow.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plan itself records about its contradictions and gaps, and words that can be read two ways. */
final class RecordedFindings {

    private static final Pattern AMBIGUOUS = Pattern.compile(
            "(?i)\\b(bi-?_?annual(ly)?|bi-?_?week(ly)?|bi-?_?month(ly)?|regularly|periodic(ally)?|as needed"
                    + "|when needed|from time to time|soon)\\b");

    static List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        var plan = checked.plan();
        for (var i = 0; i < plan.disagreements().size(); i++) {
            var it = plan.disagreements().get(i);
            found.add(checked.finding(
                    "disagreement",
                    it.id(),
                    "disagreements." + i,
                    it.rows(),
                    "%s: %s."
                            .formatted(
                                    it.about(),
                                    it.stated().stream().map(Stated::says).collect(Collectors.joining("; "))),
                    "Counts until the owner settles it: %s.".formatted(it.chosen())));
        }
        plan.reference().forEach((table, rows) -> {
            for (var i = 0; i < rows.size(); i++) {
                if (checked.owns(table, i)) {
                    row(checked, table, rows.get(i), "reference.%s.%d".formatted(table, i), found);
                }
            }
        });
        return found;
    }

    private static void row(CheckedPlan checked, String table, ReferenceRow row, String path, List<PlanFinding> found) {
        if (table.equals("assumptions")) {
            return;
        }
        if (isListOfGaps(table)) {
            found.add(checked.finding(
                    table.equals("defects") ? "defect" : "gap",
                    row.id(),
                    path,
                    row.rows(),
                    "%s: %s."
                            .formatted(
                                    row.title(), String.join("; ", row.values().values())),
                    "Close it in the plan."));
            return;
        }
        Stream.concat(row.values().values().stream(), row.stated().stream().map(Stated::says))
                .map(AMBIGUOUS::matcher)
                .filter(it -> it.find())
                .findFirst()
                .ifPresent(it -> found.add(checked.finding(
                        "word-with-two-meanings",
                        table + "/" + row.id(),
                        path,
                        row.rows(),
                        "(%s) can be read in more than one way.".formatted(it.group()),
                        "Write a number: every 6 months, every 2 weeks.")));
        if (!row.stated().isEmpty()) {
            found.add(checked.finding(
                    "row-stated-twice",
                    table + "/" + row.id(),
                    path,
                    row.rows(),
                    "%s: %s."
                            .formatted(
                                    row.title(),
                                    row.stated().stream().map(Stated::says).collect(Collectors.joining("; "))),
                    "The owner settles one."));
        }
    }

    /** Tables in which every row is something that the owner knows to be wrong or missing. */
    private static boolean isListOfGaps(String table) {
        return table.equals("gaps") || table.endsWith("_gaps") || table.equals("defects");
    }

    private RecordedFindings() {}
}
