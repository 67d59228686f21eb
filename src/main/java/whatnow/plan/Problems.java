package whatnow.plan;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one plan; a path inside the plan becomes the line that somebody mends. */
final class Problems {

    private final PlanText text;
    private final PlanLines lines;
    private final List<PlanProblem> found = new ArrayList<>();

    Problems(PlanText text, PlanLines lines) {
        this.text = text;
        this.lines = lines;
    }

    void add(String path, String value, String expected, String remedy) {
        found.add(new PlanProblem(text.plan(), text.file(), lines.of(path), value, expected, remedy));
    }

    int line(String path) {
        return lines.of(path);
    }

    boolean hasLine(String path) {
        return lines.byPath().containsKey(path);
    }

    List<PlanProblem> found() {
        return found;
    }
}
