package whatnow.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.rulebook.RuleBook;
import whatnow.time.Now;

/**
 * Decides about made-up outages after a start, so that the first real one does not wait until classes are loaded and
 * compiled. Nothing of it is kept or shown.
 */
@Component
@ConditionalOnProperty(name = "whatnow.decisions.worker", matchIfMissing = true)
class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int ROUNDS = 40;
    private static final List<SymptomKind> HARM =
            List.of(SymptomKind.UNAVAILABLE, SymptomKind.ERRORS, SymptomKind.SLOW, SymptomKind.REGION_DOWN);

    private final Supplier<RuleBooks> books;
    private final Plans plans;
    private final Now now;

    WarmUp(Supplier<RuleBooks> books, Plans plans, Now now) {
        this.books = books;
        this.plans = plans;
        this.now = now;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().daemon().name("warm-up").start(this::run);
    }

    private void run() {
        try {
            for (var round = 0; round < ROUNDS; round++) {
                plans.active().forEach(this::decide);
            }
        } catch (RuntimeException failure) {
            LOG.warn("A made-up outage could not be decided about; real ones are tried as ever.", failure);
        }
    }

    void decide(RecoveryPlan plan) {
        var inForce = books.get();
        var inputs = outage(plan, inForce, now.instant());
        new DecisionRecord(inputs, Decider.decide(inForce, plan, inputs)).json();
    }

    private static Inputs outage(RecoveryPlan plan, RuleBooks books, Instant at) {
        var symptoms = plan.services().stream()
                .limit(3)
                .flatMap(it -> HARM.stream().map(kind -> symptom(it, kind, at)))
                .toList();
        return new Inputs(
                plan.id(),
                plan.sha256(),
                books.hashes(),
                RuleBook.engine(),
                "",
                at,
                true,
                symptoms,
                List.of(),
                List.of(),
                Inputs.Held.NOTHING,
                at);
    }

    private static Symptom symptom(PlannedService service, SymptomKind kind, Instant at) {
        return new Symptom(
                service.name(),
                kind,
                service.regions().stream().findFirst(),
                Optional.empty(),
                State.TRUE,
                at,
                at,
                Optional.empty(),
                1,
                false,
                List.of(),
                List.of());
    }
}
