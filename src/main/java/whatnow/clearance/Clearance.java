package whatnow.clearance;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import whatnow.decision.Decision;
import whatnow.decision.Veil;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.incident.Restriction;
import whatnow.incident.Restrictions;
import whatnow.incident.Symptom;
import whatnow.now.NowCard;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.time.Now;

/**
 * What each person may see of restricted incidents. Every door that shows something of an incident asks here, so that
 * one sentence is all that others learn anywhere.
 */
@Component
public class Clearance {

    private final Restrictions restrictions;
    private final Incidents incidents;
    private final Now now;

    Clearance(Restrictions restrictions, Incidents incidents, Now now) {
        this.restrictions = restrictions;
        this.incidents = incidents;
        this.now = now;
    }

    /** As it stands now; for one answer, taken after what is shown was read: a decision may restrict in between. */
    public View of(Person person) {
        var hidden = restrictions.inForce().stream()
                .filter(it -> !it.admits(person.name(), person.may(Role.COMMANDER)))
                .collect(Collectors.toUnmodifiableMap(Restriction::incident, Function.identity()));
        return new View(hidden, now.instant(), incidents);
    }

    /**
     * For what shows one incident, once all of it was read: what is decided meanwhile may have closed it.
     *
     * @throws ResponseStatusException with the sentence that everybody else gets
     */
    public View afterReading(Person person, IncidentId incident) {
        var view = of(person);
        view.line(incident).ifPresent(it -> {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, it.says());
        });
        return view;
    }

    /** An incident that the reader may not see, in a list. */
    public record Line(String number, boolean restricted, Instant since, String says) {}

    /** What one person may see. */
    public static final class View {

        private final Map<IncidentId, Restriction> hidden;
        private final Instant now;
        private final Incidents incidents;

        private View(Map<IncidentId, Restriction> hidden, Instant now, Incidents incidents) {
            this.hidden = hidden;
            this.now = now;
            this.incidents = incidents;
        }

        public boolean hidesNothing() {
            return hidden.isEmpty();
        }

        /** The incidents of which nothing may be counted or listed. */
        public Set<IncidentId> hides() {
            return hidden.keySet();
        }

        /** Instead of the incident; empty where it may be seen. */
        public Optional<Line> line(IncidentId incident) {
            return Optional.ofNullable(hidden.get(incident)).map(this::line);
        }

        /** By number or id, as it may stand in an address. */
        public Optional<Line> line(String numberOrId) {
            var asked = numberOrId.toUpperCase(Locale.ROOT);
            return hidden.values().stream()
                    .filter(it -> it.number().equals(asked)
                            || it.incident().toString().equalsIgnoreCase(numberOrId))
                    .findFirst()
                    .map(this::line);
        }

        private Line line(Restriction restriction) {
            return new Line(restriction.number(), true, restriction.since(), restriction.sentence(now));
        }

        public List<Line> lines(Collection<NowCard> cards) {
            return cards.stream().flatMap(it -> line(it.incident()).stream()).toList();
        }

        /** Those that may be seen, without a word of those that may not. */
        public List<NowCard> cards(Collection<NowCard> cards) {
            var veil = veil();
            return cards.stream()
                    .filter(it -> line(it.incident()).isEmpty())
                    .map(it -> hidesNothing() ? it : it.wording(veil::over))
                    .toList();
        }

        public Decision decision(Decision decision) {
            return veil().over(decision);
        }

        /** An intrusion that was said of a service concerns other incidents of it too, even those long over. */
        public List<Fact> facts(List<Fact> facts) {
            return hidesNothing()
                    ? facts
                    : facts.stream().filter(it -> !isOfAnIntruder(it)).toList();
        }

        private static boolean isOfAnIntruder(Fact fact) {
            return fact.type() == FactType.INTRUSION && fact.incident().isEmpty();
        }

        private Veil veil() {
            if (hidesNothing()) {
                return new Veil(List.of(), Set.of());
            }
            var shown = new HashSet<Symptom>();
            incidents.symptoms(hidden.keySet()).values().forEach(shown::addAll);
            return new Veil(shown, hidden.keySet());
        }
    }
}
