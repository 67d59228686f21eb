package whatnow.plan;

import java.util.List;
import java.util.Map;

/**
 * A row of a plan's table that no rule reads but people do: backups, retention, risks, drills,
 * infrastructure, validation checks, paths.
 *
 * @param values column to text, in the order of the file
 */
public record ReferenceRow(
        String id, String title, Map<String, String> values, List<Stated> stated, List<String> rows) {}
