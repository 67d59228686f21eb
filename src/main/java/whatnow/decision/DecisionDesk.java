package whatnow.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.incident.Fact;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.incident.TimelineEntry;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.time.Now;

/**
 * Decides about incidents that are due. A claim, the decision and what follows from it commit
 * together, so a crash leaves the incident due and nothing half done.
 */
@Component
public final class DecisionDesk {

    /**
     * A decision that says the same is written down anew only after this long: short enough that people see fresh facts,
     * long enough that a storm does not fill the disk with one sentence.
     */
    private static final Duration SAME_AGAIN = Duration.ofMillis(400);

    /** Whoever has so many to decide about one after the other is in a storm, and leaves most of a processor to those who accept. */
    private static final int AT_FULL_SPEED = 20;

    private static final int PARTS_FOR_OTHERS = 2;

    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(DecisionDesk.class);

    private final DueDecisions due;
    private final Incidents incidents;
    private final InputsReader inputs;
    private final DecisionLog log;
    private final DecisionTexts texts;
    private final Plans plans;
    private final Supplier<RuleBooks> books;
    private final Restricter restricter;
    private final Listeners listeners;
    private final Now now;
    private final TransactionOperations transactions;

    DecisionDesk(
            DueDecisions due,
            Incidents incidents,
            InputsReader inputs,
            DecisionLog log,
            DecisionTexts texts,
            Plans plans,
            Supplier<RuleBooks> books,
            Restricter restricter,
            Listeners listeners,
            Now now,
            TransactionOperations transactions) {
        this.due = due;
        this.incidents = incidents;
        this.inputs = inputs;
        this.log = log;
        this.texts = texts;
        this.plans = plans;
        this.books = books;
        this.restricter = restricter;
        this.listeners = listeners;
        this.now = now;
        this.transactions = transactions;
    }

    /**
     * Decides about everything that is due, the longest waiting first.
     *
     * @param goOn asked before each one
     * @return how many decisions were made
     */
    public int workOff(BooleanSupplier goOn) {
        var made = 0;
        var more = decideAll(goOn);
        while (more > 0) {
            made += more;
            more = decideAll(goOn);
        }
        return made;
    }

    /**
     * Decides about an incident now if it is due, so that whoever said something sees what follows from it. Where somebody
     * is deciding about it already this waits a moment for them.
     */
    public void catchUp(IncidentId incident) {
        transactions.executeWithoutResult(_ -> due.claim(incident)
                .flatMap(incidents::find)
                .filter(Incident::isOpen)
                .ifPresent(this::decide));
        for (var waited = Duration.ZERO;
                due.isDue(incident) && waited.compareTo(PATIENCE) < 0;
                waited = waited.plus(A_MOMENT)) {
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }

    /** A decision may make others due, so there is another look until nothing is left. */
    private int decideAll(BooleanSupplier goOn) {
        transactions.executeWithoutResult(_ -> due.mark(now.instant()));
        var made = 0;
        var began = System.nanoTime();
        while (goOn.getAsBoolean() && Boolean.TRUE.equals(transactions.execute(_ -> decideNext()))) {
            made++;
            if (made > AT_FULL_SPEED) {
                LockSupport.parkNanos(PARTS_FOR_OTHERS * (System.nanoTime() - began));
            }
            began = System.nanoTime();
        }
        return made;
    }

    private boolean decideNext() {
        var claimed = due.claim();
        claimed.flatMap(incidents::find).ifPresent(this::decideOrTell);
        return claimed.isPresent();
    }

    private void decideOrTell(Incident incident) {
        if (incident.isOpen()) {
            decide(incident);
        } else {
            listeners.over(incident);
        }
    }

    private void decide(Incident incident) {
        var at = now.instant();
        var plan =
                plans.find(incident.plan()).or(() -> plans.find(PlanId.GENERAL)).orElseThrow();
        var inForce = books.get();
        var read = inputs.read(incident, plan, inForce, at);
        var before = log.latest(incident.id());
        var settlement = Decider.settle(inForce, plan, read);
        var outcome = settlement.outcome();
        var restricted = restricter.look(incident, plan, read, settlement, before);
        if (before.filter(it -> saysTheSame(it, read, outcome)).isPresent()) {
            due.lookAgain(incident.id(), Optional.of(before.get().madeAt().plus(SAME_AGAIN)));
            listeners.made(incident, before.get(), before);
            return;
        }
        keepTexts(inForce, plan);
        var decision = log.append(incident.id(), read, outcome);
        due.lookAgain(incident.id(), lookAgainAt(outcome, read, at));
        if (before.isEmpty()) {
            wakeOthers(incident, at);
        }
        if (before.map(it -> changed(it.outcome(), outcome)).orElse(true)) {
            incidents.note(incident.id(), entry(decision));
        }
        listeners.made(incident, decision, before);
        LOG.info(
                "Decided {} about {}: {}",
                decision.number(),
                incident.number(),
                restricted ? "restricted to named people" : summary(outcome));
    }

    /**
     * Nobody would notice a difference, and the last record is fresh. A storm of repeats would else write
     * the same decision down many times a second.
     */
    private static boolean saysTheSame(Decision before, Inputs read, Outcome outcome) {
        return before.madeAt().plus(SAME_AGAIN).isAfter(read.now())
                && before.inputs().books().equals(read.books())
                && before.inputs().planText().equals(read.planText())
                && before.outcome().withoutAges().equals(outcome.withoutAges());
    }

    /** A new incident is part of the picture that the plan's other ones are decided in. */
    private void wakeOthers(Incident newcomer, Instant at) {
        var others = incidents.open().stream()
                .filter(it -> it.plan().equals(newcomer.plan()) && !it.id().equals(newcomer.id()))
                .map(Incident::id)
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            due.lookAtOnce(others, at);
        }
    }

    private void keepTexts(RuleBooks inForce, RecoveryPlan plan) {
        for (var book : inForce.all()) {
            if (!texts.has(book.sha256())) {
                texts.keep("rules", book.sha256(), book.text());
            }
        }
        if (!texts.has(plan.sha256())) {
            plans.text(plan.id())
                    .filter(it -> CanonicalJson.sha256(it).equals(plan.sha256()))
                    .ifPresent(it -> texts.keep("plan", plan.sha256(), it));
        }
    }

    private static TimelineEntry entry(Decision decision) {
        return new TimelineEntry(
                decision.madeAt(), "decision", summary(decision.outcome()), "rules", Optional.of(decision.id()));
    }

    /** What people would notice; the age of a fact is not. */
    private static boolean changed(Outcome before, Outcome after) {
        return !summary(before).equals(summary(after));
    }

    private static String summary(Outcome outcome) {
        return "%s, urgency %s, %s%s%s"
                .formatted(
                        outcome.assessment().severity(),
                        outcome.assessment().urgency(),
                        outcome.choice()
                                .chosen()
                                .map(it -> it.kind().words()
                                        + it.target()
                                                .map(region -> " to " + region)
                                                .orElse(""))
                                .orElse("no strategy"),
                        outcome.tier().proposed().map(it -> ", tier " + it).orElse(""),
                        outcome.choice()
                                .wouldChange()
                                .map(it -> "; would change to " + it.words())
                                .orElse(""));
    }

    /** The next deadline, or the next fact that may no longer be believed. */
    private static Optional<Instant> lookAgainAt(Outcome outcome, Inputs read, Instant at) {
        var times = new TreeSet<Instant>();
        Decider.nextDeadline(outcome, at).ifPresent(times::add);
        read.facts().stream()
                .flatMap(it -> expiry(it).stream())
                .filter(at::isBefore)
                .forEach(times::add);
        return times.stream().findFirst();
    }

    private static Optional<Instant> expiry(Fact fact) {
        return fact.ttl().map(it -> fact.observedAt().plus(it).plusMillis(1));
    }
}
