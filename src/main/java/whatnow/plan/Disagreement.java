package whatnow.plan;

import java.util.List;

/**
 * Where a source contradicts itself: every statement is kept, and what counts.
 *
 * @param because why the chosen one counts
 */
public record Disagreement(
        String id, String about, List<Stated> stated, String chosen, String because, List<String> rows) {}
