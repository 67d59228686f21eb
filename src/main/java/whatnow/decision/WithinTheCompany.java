package whatnow.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import whatnow.plan.Contact;
import whatnow.plan.EscalationStep;
import whatnow.plan.MessageRow;
import whatnow.plan.RecoveryPlan;

/** What is left of a plan's calls and messages when nothing may leave the company, as in a drill. */
final class WithinTheCompany {

    static List<MessageRow> messages(RecoveryPlan plan) {
        return plan.messages().stream().filter(it -> !it.outside()).toList();
    }

    /** Vendors are taken out of each step; a step for them alone is gone. */
    static List<EscalationStep> escalation(RecoveryPlan plan) {
        return plan.escalation().stream()
                .flatMap(it -> without(it, plan).stream())
                .toList();
    }

    private static Optional<EscalationStep> without(EscalationStep step, RecoveryPlan plan) {
        var own = step.roles().stream().filter(it -> !isExternal(it, plan)).toList();
        if (own.size() == step.roles().size()) {
            return Optional.of(step);
        }
        return own.isEmpty() ? Optional.empty() : Optional.of(forRoles(step, own, plan));
    }

    /** The title names those who are left, because the plan's own may name a vendor. */
    private static EscalationStep forRoles(EscalationStep step, List<String> roles, RecoveryPlan plan) {
        return new EscalationStep(
                step.level(),
                roles.stream().map(it -> title(it, plan)).collect(Collectors.joining(", ")),
                step.trigger(),
                step.after(),
                step.respondWithin(),
                step.severities(),
                roles,
                step.authority(),
                step.assumed(),
                step.article(),
                step.rows());
    }

    private static boolean isExternal(String role, RecoveryPlan plan) {
        return plan.contact(role).filter(Contact::external).isPresent();
    }

    private static String title(String role, RecoveryPlan plan) {
        return plan.contact(role).map(Contact::title).orElse(role.replace('_', ' '));
    }

    private WithinTheCompany() {}
}
