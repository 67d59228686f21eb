package whatnow.plan;

import java.util.Map;

/**
 * Where things stand in a plan's file.
 *
 * @param byPath {@code services.3.depends-on.0} to a line counted from 1
 */
record PlanLines(String file, Map<String, Integer> byPath) {

    /** The line of the path, else of what holds it. */
    int of(String path) {
        for (var at = path; !at.isEmpty(); at = parent(at)) {
            var line = byPath.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private static String parent(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }
}
