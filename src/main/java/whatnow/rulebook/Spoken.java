package whatnow.rulebook;

import java.util.List;

/**
 * What one rule said, with its reasons: they are taken from the engine, so that an explanation cannot
 * drift from the rule it explains.
 *
 * @param rule the sentence that is the rule's name
 * @param runbook article and section that it cites
 * @param rows plan rows that it serves
 * @param statement what it said, in the caller's vocabulary
 * @param matched all that made it say so, match after match, each in the order of the rule's patterns
 */
public record Spoken(
        String rule, String runbook, List<String> rows, String owner, Object statement, List<Object> matched) {}
