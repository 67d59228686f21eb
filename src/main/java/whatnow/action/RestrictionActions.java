package whatnow.action;

import static whatnow.action.Refusal.refused;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whatnow.decision.DecisionLog;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Restriction;
import whatnow.incident.RestrictionEntry;
import whatnow.incident.RestrictionEntry.Kind;
import whatnow.incident.Restrictions;
import whatnow.incident.TimelineEntry;
import whatnow.plan.Plans;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.time.Now;

/**
 * Restricting an incident by hand, naming more people, and lifting the restriction. The incident is then due, so that what
 * was told about it elsewhere is taken back, or told again.
 */
@Component
@Transactional
public class RestrictionActions {

    private static final int LONGEST = 500;
    private static final int MOST_NAMES = 50;

    private final Restrictions restrictions;
    private final Incidents incidents;
    private final DecisionLog log;
    private final Plans plans;
    private final Now now;

    RestrictionActions(Restrictions restrictions, Incidents incidents, DecisionLog log, Plans plans, Now now) {
        this.restrictions = restrictions;
        this.incidents = incidents;
        this.log = log;
        this.plans = plans;
        this.now = now;
    }

    /**
     * On an incident that is restricted already it only names more people.
     *
     * @param names as people sign in, with commas or line breaks between them
     */
    public void restrict(Person person, String number, String reason, String names) {
        needs(person, Role.COMMANDER, "Only a commander restricts an incident or names people.");
        var incident = incident(number);
        var named = names(names);
        if (restrictions.of(incident.id()).isPresent()) {
            if (named.isEmpty()) {
                throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "It is restricted already. Say who is to be named.");
            }
            add(incident, Kind.NAMED, person, reason.strip(), "", named);
            note(incident, "named: " + String.join(", ", named) + because(reason), person);
            return;
        }
        var why = reason(reason);
        var everybody = new LinkedHashSet<>(named);
        everybody.add(person.name());
        add(incident, Kind.RESTRICTED, person, why, ask(incident, person), everybody);
        note(incident, "named people only, because %s: %s".formatted(why, String.join(", ", everybody)), person);
        incidents.due(Set.of(incident.id()), now.instant());
    }

    /** Opens the incident to everybody again, with all of its history. */
    public void lift(Person person, String number, String reason) {
        needs(person, Role.ADMIN, "Only an administrator lifts a restriction.");
        var incident = incident(number);
        var why = reason(reason);
        var family = incident.mergedInto().orElse(incident.id());
        var lifted = restrictions.inForce().stream()
                .filter(it -> incidents
                        .find(it.incident())
                        .filter(of -> of.mergedInto().orElse(of.id()).equals(family))
                        .isPresent())
                .toList();
        if (lifted.isEmpty()) {
            throw refused(HttpStatus.CONFLICT, "%s is not restricted.".formatted(incident.number()));
        }
        lifted.forEach(it -> restrictions.add(
                new RestrictionEntry(it.incident(), Kind.LIFTED, now.instant(), person.name(), why, "", Set.of())));
        note(incident, "lifted, everybody sees it again, because " + why, person);
        incidents.due(lifted.stream().map(Restriction::incident).collect(Collectors.toSet()), now.instant());
    }

    /** Checked here and not only by the route: whoever calls this from another door meets the same rule. */
    private static void needs(Person person, Role role, String words) {
        if (!person.may(role)) {
            throw refused(HttpStatus.FORBIDDEN, words);
        }
    }

    private String ask(Incident incident, Person person) {
        var lead = plans.find(incident.plan())
                .flatMap(plan ->
                        log.latest(incident.id()).flatMap(it -> it.outcome().leadInReach(plan)));
        return Restriction.ask(
                Stream.concat(Stream.of(person.name()), lead.stream()).toList());
    }

    private void add(Incident incident, Kind kind, Person person, String why, String ask, Set<String> names) {
        restrictions.add(new RestrictionEntry(incident.id(), kind, now.instant(), person.name(), why, ask, names));
    }

    private void note(Incident incident, String text, Person person) {
        incidents.note(
                incident.id(),
                new TimelineEntry(now.instant(), Restriction.KIND, text, person.name(), Optional.empty()));
    }

    private static String reason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say why, in at most %d characters.".formatted(LONGEST));
        }
        return reason.strip();
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : ", because " + reason(reason);
    }

    private static Set<String> names(String names) {
        var all = new LinkedHashSet<>(Arrays.stream(names.split("[,\\n\\r]"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList());
        if (all.size() > MOST_NAMES || all.stream().anyMatch(it -> it.length() > Person.LONGEST_NAME)) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "At most %d names of at most %d characters can be given at once."
                            .formatted(MOST_NAMES, Person.LONGEST_NAME));
        }
        return all;
    }

    private Incident incident(String number) {
        return incidents
                .numbered(number)
                .orElseThrow(() -> refused(HttpStatus.NOT_FOUND, "There is no incident of this number."));
    }
}
