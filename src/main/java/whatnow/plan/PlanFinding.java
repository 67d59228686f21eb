package whatnow.plan;

import java.util.List;

/**
 * A contradiction or a gap of a plan that can be loaded all the same.
 *
 * @param id {@code <plan>/<check>/<subject>}; the same from run to run
 * @param rows rows of the source that it comes from
 * @param what what was found
 * @param todo what the plan's owner could do
 */
public record PlanFinding(String id, String plan, String file, int line, List<String> rows, String what, String todo) {}
