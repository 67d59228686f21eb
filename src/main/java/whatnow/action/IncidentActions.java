package whatnow.action;

import static whatnow.action.PersonalFacts.said;
import static whatnow.action.Refusal.cut;
import static whatnow.action.Refusal.refused;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whatnow.decision.DecisionLog;
import whatnow.decision.asking.Answer;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.TimelineEntry;
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.time.Now;

/**
 * What a person does about an incident. Each is a fact in their name; nothing is carried out anywhere.
 *
 * <p>What only a commander settles is refused here and not only by the route, because whether it is so depends on the
 * incident.
 */
@Component
@Transactional
public class IncidentActions {

    /** Why the next level is called when nobody said more. */
    public static final String ASKED_FOR = "asked for by the responder";

    private final Incidents incidents;
    private final NowCards cards;
    private final DecisionLog log;
    private final Plans plans;
    private final Now now;
    private final PersonalFacts facts;
    private final Answering answering;

    IncidentActions(Incidents incidents, NowCards cards, DecisionLog log, Plans plans, Now now) {
        this.incidents = incidents;
        this.cards = cards;
        this.log = log;
        this.plans = plans;
        this.now = now;
        this.facts = new PersonalFacts(incidents, now);
        this.answering = new Answering(incidents, cards, log, plans, facts, now);
    }

    public void acknowledge(Person person, String number, String note) {
        learn(person, number, FactType.ACKNOWLEDGEMENT, State.TRUE, said("note", note));
    }

    /** Opens an incident by hand, for what nothing has reported yet. */
    public Incident open(Person person, PlanId plan) {
        var incident = incidents.open(plan, now.instant(), false, Optional.empty());
        incidents.note(
                incident.id(), new TimelineEntry(now.instant(), "opened", "by hand", person.name(), Optional.empty()));
        return incident;
    }

    /** @param severity blank where the person leaves that to the rules */
    public void declare(Person person, String number, String severity) {
        var fields = severity.isBlank()
                ? said("severity", "")
                : said("severity", severity(severity).name());
        fields.put("at", now.instant().toString());
        learn(person, number, FactType.DECLARATION, State.TRUE, fields);
    }

    /**
     * Asks for everybody up to a level of the plan to be called now.
     *
     * @param level for example {@code L3}; blank for the one above those that are called already
     */
    public void escalate(Person person, String number, String level, String reason) {
        override(person, number, "escalation", levels(incident(number)).above(level), "", reason);
    }

    private Levels levels(Incident incident) {
        var plan =
                plans.find(incident.plan()).or(() -> plans.find(PlanId.GENERAL)).orElseThrow();
        var asked = incidents.facts(incident.id()).stream()
                .filter(it -> it.type() == FactType.OVERRIDE)
                .filter(it -> it.text("of").filter("escalation"::equals).isPresent())
                .flatMap(it -> it.text("to").stream());
        var called = cards.of(incident.number()).stream()
                .flatMap(it -> it.next().stream())
                .filter(this::isCalled)
                .map(NowCard.Next::level);
        return Levels.of(plan, Stream.concat(asked, called));
    }

    private boolean isCalled(NowCard.Next next) {
        return next.by()
                .map(it -> !it.isAfter(now.instant()))
                .orElse(next.state().equals("YOU must call") || next.state().equals("NOT REACHED"));
    }

    /**
     * @param of what is overruled: {@code severity}, {@code strategy} or {@code veto:} and a strategy
     * @param role in whose name; blank for nobody's but the person's own
     */
    public void override(Person person, String number, String of, String to, String role, String reason) {
        if (reason.isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say why: a reason is needed to overrule the rules.");
        }
        if (of.equals("severity")) {
            severity(to);
        }
        var fields = said("of", of);
        fields.putAll(assessed(of, number));
        fields.putAll(said("byRole", role));
        fields.putAll(said("to", to));
        fields.putAll(said("reason", reason));
        learn(person, number, FactType.OVERRIDE, State.TRUE, fields);
    }

    /** What the rules said when a severity was overruled: only against that it counts. */
    private SortedMap<String, Object> assessed(String of, String number) {
        return log.latest(incident(number).id())
                .filter(_ -> of.equals("severity"))
                .map(it -> said("from", it.outcome().assessment().byRules().name()))
                .orElseGet(() -> said("from", ""));
    }

    public void status(Person person, String number, String status, String reason) {
        var wanted = Arrays.stream(IncidentStatus.values())
                .filter(it -> it.key().equals(status.toLowerCase(Locale.ROOT)))
                .filter(IncidentStatus::isOpen)
                .findFirst()
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The status (%s) cannot be chosen here. Resolve has a form of its own.".formatted(status)));
        var incident = survivor(incident(number));
        if (!incident.isOpen()) {
            throw refused(
                    HttpStatus.CONFLICT,
                    "%s is %s; it is never reopened. A new alert opens another."
                            .formatted(incident.number(), incident.status().key()));
        }
        move(person, incident, wanted, reason);
    }

    /** What is said of a merged incident is meant for the one that took it over. */
    private Incident survivor(Incident incident) {
        return incident.mergedInto().flatMap(incidents::find).orElse(incident);
    }

    /**
     * Says that it is over.
     *
     * @param typed the incident's number, typed by hand, because this is not taken back
     */
    public void resolve(Person person, String number, String typed, String reason) {
        var incident = incident(number);
        if (!incident.isOpen()) {
            throw refused(
                    HttpStatus.CONFLICT,
                    "%s is %s already."
                            .formatted(incident.number(), incident.status().key()));
        }
        if (!typed.strip().equalsIgnoreCase(incident.number())) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Type the incident's number (%s) to resolve it; (%s) was typed."
                            .formatted(incident.number(), cut(typed)));
        }
        var severity =
                cards.of(incident.number()).map(it -> it.head().severity()).orElse("UNKNOWN");
        if (isForCommanders(severity) && !person.may(Role.COMMANDER)) {
            throw refused(
                    HttpStatus.FORBIDDEN,
                    "%s is %s: only a commander resolves it.".formatted(incident.number(), severity));
        }
        move(person, incident, IncidentStatus.RESOLVED, reason);
    }

    /** @param strategy key of the one that the step belongs to: from its first step on it is held */
    public void tick(Person person, String number, String article, String section, int step, String strategy) {
        if (!strategy.isBlank()
                && Arrays.stream(StrategyKind.values()).noneMatch(it -> it.key().equals(strategy))) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "The strategy (%s) is not known.".formatted(cut(strategy)));
        }
        var fields = said("article", article);
        fields.putAll(said("section", section));
        fields.put("step", step);
        fields.putAll(said("strategy", strategy));
        learn(person, number, FactType.STEP_DONE, State.TRUE, fields);
    }

    /** Writes the answer down, and what it says as a fact of its own type, so that the next decision uses it. */
    public void answer(Person person, String number, Answer answer) {
        answering.answer(person, incident(number), answer);
    }

    /** Who of a level was called, and whether somebody answered. */
    public void called(Person person, String number, String level, boolean reached) {
        if (level.isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say which level was called.");
        }
        var fields = said("about", "call:" + level.strip());
        fields.put("text", reached ? "answered" : "not reached");
        learn(person, number, FactType.NOTE, State.TRUE, fields);
    }

    /** @param of key of the strategy */
    public void approve(Person person, String number, String of, String role) {
        if (of.isBlank() || role.isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "Say what is decided, and in which role.");
        }
        var fields = said("of", of);
        fields.putAll(said("byRole", role));
        learn(person, number, FactType.APPROVAL, State.TRUE, fields);
    }

    public void note(Person person, String number, String text) {
        if (text.isBlank()) {
            throw refused(HttpStatus.UNPROCESSABLE_ENTITY, "The note is empty.");
        }
        learn(person, number, FactType.NOTE, State.TRUE, said("text", text));
    }

    private void move(Person person, Incident incident, IncidentStatus status, String reason) {
        var fields = said("status", status.key());
        fields.putAll(said("reason", reason));
        facts.learn(person, incident, FactType.STATUS, State.TRUE, fields);
        incidents.move(incident.id(), status, person.name(), reason, now.instant());
    }

    private void learn(Person person, String number, FactType type, State state, SortedMap<String, Object> fields) {
        facts.learn(person, incident(number), type, state, fields);
    }

    private Incident incident(String number) {
        return incidents
                .numbered(number)
                .orElseThrow(() -> refused(
                        HttpStatus.NOT_FOUND,
                        "There is no incident (%s). The list of incidents has all of them.".formatted(cut(number))));
    }

    private static boolean isForCommanders(String severity) {
        return severity.equals("UNKNOWN") || Severity.valueOf(severity).isMajor();
    }

    private static Severity severity(String name) {
        try {
            return Severity.valueOf(name.toUpperCase(Locale.ROOT).replace("-", ""));
        } catch (IllegalArgumentException unknown) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The severity (%s) is not one of SEV1 to SEV5.".formatted(cut(name)));
        }
    }
}
