package whatnow.plan;

import java.util.List;
import java.util.Optional;

/** A plan under check, with the lines of its file. */
record CheckedPlan(RecoveryPlan plan, PlanLines lines) {

    /** {@code path} says where in the file, as {@link PlanLines} names it. */
    PlanFinding finding(String check, String subject, String path, List<String> rows, String what, String todo) {
        var name = plan.id().name();
        var id = subject.isEmpty() ? name + "/" + check : name + "/" + check + "/" + subject;
        return new PlanFinding(id, name, lines.file(), lines.of(path), List.copyOf(rows), what, todo);
    }

    /** Whether a row of a table stands in the plan's own file and not in the shared one. */
    boolean owns(String table, int row) {
        return lines.byPath().containsKey("reference." + table + "." + row);
    }

    /** Number of the wave that brings the service back. */
    Optional<Wave> waveOf(String service) {
        return plan.restoration().stream()
                .filter(it -> it.services().contains(service))
                .findFirst();
    }
}
