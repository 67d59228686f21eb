package whatnow.rulebook;

import java.util.List;

/**
 * A rule as people read it.
 *
 * @param name the sentence that is its condition
 * @param why the sentence above it in the file
 * @param runbook article and section that it cites, {@code slug#section}
 * @param rows plan rows that it serves
 * @param owner team that answers for it
 * @param text of the rule, from its name to {@code end}
 */
public record Rule(
        String name, String why, String runbook, List<String> rows, String owner, String file, int line, String text) {}
