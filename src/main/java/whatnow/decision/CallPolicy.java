package whatnow.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Call;
import whatnow.decision.Statement.Called;
import whatnow.decision.known.IncidentClock;
import whatnow.plan.Contact;
import whatnow.plan.EscalationStep;
import whatnow.plan.RecoveryPlan;
import whatnow.rulebook.Spoken;

/** Who is called by when: the same people of a level once, at the earliest time that any rule gave them. */
final class CallPolicy {

    static List<Call> settle(List<Spoken> spoken, RecoveryPlan plan, IncidentClock clock) {
        var bySteps = new TreeMap<String, Called>();
        for (var each : spoken) {
            var said = (Called) each.statement();
            bySteps.merge(key(said.step()), said, CallPolicy::earlier);
        }
        return bySteps.values().stream()
                .map(it -> call(it, plan, clock))
                .sorted(Comparator.comparing((Call it) -> it.due().orElse(Instant.MAX))
                        .thenComparing(Call::level)
                        .thenComparing(Call::title))
                .toList();
    }

    private static Called earlier(Called one, Called other) {
        return Stream.of(one, other)
                .filter(it -> it.due().isPresent())
                .min(Comparator.comparing(it -> it.due().orElseThrow()))
                .orElse(one);
    }

    private static String key(EscalationStep step) {
        return step.level() + "/" + step.roles().stream().sorted().toList();
    }

    private static Call call(Called called, RecoveryPlan plan, IncidentClock clock) {
        var step = called.step();
        return new Call(
                step.level(),
                step.title(),
                step.roles(),
                step.roles().stream().flatMap(it -> Contacts.of(plan, it)).toList(),
                called.due(),
                called.due().flatMap(due -> step.respondWithin().map(due::plus)),
                called.due().filter(clock::hasCome).isPresent(),
                called.answered(),
                step.authority(),
                step.assumed(),
                step.article(),
                step.rows());
    }

    /** Contacts of a role, ready to be shown. */
    static final class Contacts {

        private static final String NO_NUMBER = ", no number named";

        static Stream<String> of(RecoveryPlan plan, String role) {
            return plan.contact(role).stream().flatMap(Contacts::lines);
        }

        private static Stream<String> lines(Contact contact) {
            var people = Stream.concat(contact.primary().stream(), contact.backup().stream())
                    .toList();
            return people.isEmpty()
                    ? Stream.of(contact.title() + NO_NUMBER)
                    : people.stream().map(it -> line(contact, it));
        }

        /** Whether a line of these says how the person is reached. */
        static boolean isInReach(String line) {
            return line.contains(", ") && !line.endsWith(NO_NUMBER);
        }

        private static String line(Contact contact, Contact.Person person) {
            return person.name() + " (" + contact.title() + ")"
                    + suffix(person.phone().or(person::email));
        }

        private static String suffix(Optional<String> value) {
            return value.map(it -> ", " + it).orElse("");
        }

        private Contacts() {}
    }

    private CallPolicy() {}
}
