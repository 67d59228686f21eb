package whatnow.now;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.RuleBooks;
import whatnow.decision.asking.Askable;
import whatnow.decision.asking.WorthAsking;
import whatnow.decision.asking.Worthwhile;
import whatnow.incident.IncidentId;
import whatnow.incident.Symptom;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

/**
 * Which questions are worth asking, worked out when somebody looks at a card and kept for as long as nothing changes that
 * could matter. In a storm a decision is made anew several times a second: what differs only in how often an alert came is
 * the same, and so is what differs by a few seconds.
 *
 * <p>The books and the plan are those in force, also for a decision that was made by others: what is asked is what would
 * make a difference to the next one.
 */
@Component
class Ranking {

    private static final Logger LOG = LoggerFactory.getLogger(Ranking.class);
    private static final int INCIDENTS = 200;
    private static final long SECONDS = 5;

    private final Supplier<RuleBooks> books;
    private final Plans plans;

    private final Map<IncidentId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, Kept> eldest) {
            return size() > INCIDENTS;
        }
    };

    Ranking(Supplier<RuleBooks> books, Plans plans) {
        this.books = books;
        this.plans = plans;
    }

    private record Kept(Gist of, FutureTask<List<Worthwhile>> work) {}

    /** All that the questions depend on. */
    private record Gist(
            Inputs inputs,
            Outcome outcome,
            SortedMap<String, String> books,
            String plan,
            List<String> suspects,
            List<String> plans) {}

    /** Best first. A card without its questions is worse than one that asks in the order of the rules. */
    List<Worthwhile> of(Picture picture) {
        try {
            var inForce = books.get();
            return once(
                    picture.incident().id(),
                    gist(picture, inForce),
                    () -> ranked(picture.asDecided(), inForce, claiming(picture)));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "What to ask about {} could not be worked out; the rules' own questions are asked.",
                    picture.incident().number(),
                    failure);
            return asRulesAsk(picture);
        }
    }

    static List<Worthwhile> ranked(Picture picture, RuleBooks books, List<RecoveryPlan> plans) {
        return WorthAsking.among(
                new Asking(picture).askables(),
                books,
                picture.plan(),
                plans,
                picture.decision().inputs(),
                picture.outcome());
    }

    private static List<Worthwhile> asRulesAsk(Picture picture) {
        return new Asking(picture.asDecided())
                .askables().stream()
                        .filter(Askable::isAskedByRules)
                        .map(Worthwhile::unweighed)
                        .toList();
    }

    private List<RecoveryPlan> claiming(Picture picture) {
        return picture.plans().stream()
                .flatMap(it -> plans.find(new PlanId(it)).stream())
                .toList();
    }

    private static Gist gist(Picture picture, RuleBooks inForce) {
        var decided = picture.outcome();
        return new Gist(
                gist(picture.decision().inputs()),
                new Outcome(
                        decided.promise(),
                        decided.assessment(),
                        decided.choice(),
                        decided.tier(),
                        decided.calls(),
                        decided.tellings(),
                        decided.questions(),
                        List.of()),
                inForce.hashes(),
                picture.plan().sha256(),
                picture.suspects(),
                picture.plans());
    }

    private static Inputs gist(Inputs it) {
        return new Inputs(
                it.plan(),
                it.planText(),
                it.books(),
                it.engine(),
                it.incident(),
                it.openedAt(),
                it.drill(),
                it.symptoms().stream().map(Ranking::gist).toList(),
                it.elsewhere().stream().map(Ranking::gist).toList(),
                it.facts(),
                it.held(),
                Instant.ofEpochSecond(it.now().getEpochSecond() / SECONDS * SECONDS));
    }

    /** Without what every further alert of its kind changes; no rule looks at that. */
    private static Symptom gist(Symptom it) {
        return new Symptom(
                it.service(),
                it.kind(),
                it.region(),
                it.zone(),
                it.state(),
                it.since(),
                it.since(),
                Optional.empty(),
                1,
                it.flapping(),
                it.sources(),
                List.of());
    }

    /** Whoever comes second waits for the first: many readers are one reader. */
    private List<Worthwhile> once(IncidentId incident, Gist gist, Supplier<List<Worthwhile>> work) {
        FutureTask<List<Worthwhile>> task;
        synchronized (kept) {
            task = Optional.ofNullable(kept.get(incident))
                    .filter(it -> it.of().equals(gist))
                    .map(Kept::work)
                    .orElseGet(() -> new FutureTask<>(work::get));
            kept.put(incident, new Kept(gist, task));
        }
        task.run();
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for what to ask.", stopped);
        } catch (ExecutionException failed) {
            synchronized (kept) {
                kept.remove(incident);
            }
            throw new IllegalStateException("What to ask could not be worked out.", failed.getCause());
        }
    }
}
