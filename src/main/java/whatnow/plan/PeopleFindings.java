package whatnow.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who cannot be reached, who is called too late, whom nobody tells. */
final class PeopleFindings {

    static List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        contacts(checked, found);
        leaders(checked, found);
        escalation(checked, found);
        messages(checked, found);
        return found;
    }

    private static void contacts(CheckedPlan checked, List<PlanFinding> found) {
        var contacts = checked.plan().contacts();
        for (var i = 0; i < contacts.size(); i++) {
            var contact = contacts.get(i);
            var path = "contacts." + i;
            if (contact.primary().isEmpty()) {
                found.add(
                        person(checked, "nobody-named", contact, path, "names nobody", "Name a person and a deputy."));
                continue;
            }
            if (contact.primary().flatMap(Contact.Person::phone).isEmpty()) {
                found.add(person(checked, "no-phone", contact, path, "has no phone number", "Add one."));
            }
            if (contact.backup().isEmpty() && !contact.external()) {
                found.add(person(checked, "no-deputy", contact, path, "has no deputy", "Name one."));
            }
            if (shared(contact, Contact.Person::phone)) {
                found.add(person(
                        checked,
                        "shared-phone",
                        contact,
                        path,
                        "and its deputy share one phone",
                        "Give each a number of their own; one dead line loses both."));
            }
            if (shared(contact, Contact.Person::email)) {
                found.add(person(
                        checked,
                        "shared-mailbox",
                        contact,
                        path,
                        "and its deputy share one mailbox",
                        "Give each an address of their own."));
            }
        }
    }

    private static boolean shared(Contact contact, Function<Contact.Person, Optional<String>> by) {
        var own = contact.primary().flatMap(by);
        return own.isPresent() && own.equals(contact.backup().flatMap(by));
    }

    private static PlanFinding person(
            CheckedPlan checked, String check, Contact contact, String path, String what, String todo) {
        return checked.finding(
                check, contact.role(), path, contact.rows(), "The role (%s) %s.".formatted(contact.role(), what), todo);
    }

    private static void leaders(CheckedPlan checked, List<PlanFinding> found) {
        var told = new LinkedHashSet<String>();
        for (var i = 0; i < checked.plan().severities().size(); i++) {
            var row = checked.plan().severities().get(i);
            var subject = row.lead() + "/" + row.severity();
            if (row.lead().isEmpty() || !told.add(subject)) {
                continue;
            }
            var first = checked.plan().escalation().stream()
                    .filter(it -> it.isFor(row.severity()) && it.roles().contains(row.lead()))
                    .map(EscalationStep::after)
                    .min(Comparator.naturalOrder());
            var path = "severities." + i;
            if (first.isEmpty()) {
                found.add(checked.finding(
                        "leader-never-called",
                        subject,
                        path,
                        row.rows(),
                        "(%s) leads %s and no step of the escalation calls this role."
                                .formatted(row.lead(), row.severity()),
                        "Call the leader at once."));
            } else if (first.get().compareTo(Duration.ZERO) > 0) {
                found.add(checked.finding(
                        "leader-called-late",
                        subject,
                        path,
                        row.rows(),
                        "(%s) leads %s and is first called after %s."
                                .formatted(row.lead(), row.severity(), Durations.words(first.get())),
                        "Call the leader at once."));
            }
        }
    }

    private static void escalation(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        if (plan.escalation().isEmpty()) {
            return;
        }
        var levels = plan.escalation().stream().map(EscalationStep::level).collect(Collectors.toSet());
        var highest = levels.stream().max(Comparator.naturalOrder()).orElse("L1");
        List.of("L1", "L2", "L3", "L4").stream()
                .filter(it -> it.compareTo(highest) < 0 && !levels.contains(it))
                .forEach(it -> found.add(checked.finding(
                        "escalation-level-missing",
                        it,
                        "escalation",
                        List.of(),
                        "The escalation goes up to %s and has no %s.".formatted(highest, it),
                        "Say who is called in between.")));
        for (var severity : List.of(Severity.SEV1, Severity.SEV2, Severity.SEV3, Severity.SEV4, Severity.UNKNOWN)) {
            var steps =
                    plan.escalation().stream().filter(it -> it.isFor(severity)).toList();
            if (steps.stream()
                    .noneMatch(it -> it.trigger() == EscalationStep.Trigger.OPENED
                            && it.after().isZero())) {
                found.add(checked.finding(
                        "nobody-called-at-once",
                        severity.name(),
                        "escalation",
                        List.of(),
                        "Nobody is called when an incident of %s opens.".formatted(severity),
                        "Add a first step for it."));
            }
            if (steps.stream().noneMatch(it -> it.trigger() == EscalationStep.Trigger.UNANSWERED)) {
                found.add(checked.finding(
                        "nobody-called-when-unanswered",
                        severity.name(),
                        "escalation",
                        List.of(),
                        "Nothing says who is called when nobody answers at %s.".formatted(severity),
                        "Add a step with (trigger: unanswered)."));
            }
        }
    }

    private static void messages(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        var cadences = plan.messages().stream()
                .map(MessageRow::every)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        if (cadences.size() > 1) {
            found.add(checked.finding(
                    "update-cadences-differ",
                    "",
                    "messages",
                    plan.messages().stream()
                            .flatMap(it -> it.rows().stream())
                            .distinct()
                            .toList(),
                    "Updates come every %s, depending on who is told."
                            .formatted(cadences.stream().map(Durations::words).collect(Collectors.joining(", "))),
                    "Make sure that each audience knows its own."));
        }
        plan.degradation()
                .ifPresent(it -> it.tiers().stream()
                        .map(Degradation.TierRow::tier)
                        .filter(tier -> tier != DegradationTier.NORMAL)
                        .filter(tier -> plan.messages().stream()
                                .noneMatch(message -> message.tiers().contains(tier)))
                        .forEach(tier -> found.add(checked.finding(
                                "tier-without-message",
                                PlanFormat.word(tier),
                                "messages",
                                it.rows(),
                                "Users are told nothing at the tier (%s).".formatted(PlanFormat.word(tier)),
                                "Add a message, or say that silence is meant."))));
        var outside = plan.messages().stream()
                .map(MessageRow::audience)
                .anyMatch(it -> it.equals("users") || it.equals("customers"));
        if (!outside && !plan.id().equals(PlanId.GENERAL)) {
            found.add(checked.finding(
                    "users-never-told",
                    "",
                    "messages",
                    List.of(),
                    "No message goes to users or customers.",
                    "Say who tells them what."));
        }
    }

    private PeopleFindings() {}
}
