package whatnow.chat.words;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import whatnow.incident.FactType;
import whatnow.incident.SymptomKind;

/** Errors, slowness, lack of room, and what is behind. */
final class Symptoms {

    /** Below it a share says how things are, not that something is wrong. */
    private static final double NEARLY_FULL = 85;

    private static final Duration QUICK = Duration.ofSeconds(1);

    private final Facts facts;
    private final Parsed parsed;
    private final Where where;
    private final Availability availability;

    Symptoms(Facts facts, Availability availability) {
        this.facts = facts;
        this.parsed = facts.parsed();
        this.where = facts.where();
        this.availability = availability;
    }

    void failing(Predicate said) {
        if (facts.part().isPresent()) {
            availability.works(said, said.isDenied());
        } else {
            errors(said.isSo());
        }
    }

    void errors(boolean isSo) {
        if (facts.part().isPresent()) {
            availability.partWorks(facts.part().get(), !isSo);
            return;
        }
        var percent = parsed.amounts().percent();
        var isNone = percent.filter(it -> it == 0).isPresent();
        facts.shows(SymptomKind.ERRORS, isSo && !isNone, percent);
    }

    /** If every call times out, nothing is served. */
    void slow(Predicate said) {
        var isTimeout = said.begins("tim");
        if (isTimeout && (facts.part().isPresent() || parsed.is(Cue.ALL))) {
            availability.works(said, said.isDenied());
        } else if (facts.part().isEmpty()) {
            facts.shows(SymptomKind.SLOW, said.isSo());
        }
    }

    /** {@code a login takes a minute}; how long a deployment or a restore takes says nothing of the service. */
    void takes() {
        var isOfCalls =
                facts.part().isEmpty() && parsed.predicates().stream().allMatch(it -> it.claim() == Claim.TAKES);
        if (isOfCalls && parsed.amounts().spans().stream().anyMatch(Symptoms::isLong)) {
            facts.shows(SymptomKind.SLOW, true);
        }
    }

    /** What takes 40 ms is quick. */
    private static boolean isLong(Item.Span span) {
        return !span.isAgo() && span.value().compareTo(QUICK) >= 0;
    }

    void load(boolean isSo) {
        var percent = parsed.amounts().percent();
        if (!isSo
                || parsed.is(Cue.HIGH)
                || percent.filter(it -> it >= NEARLY_FULL).isPresent()) {
            facts.shows(SymptomKind.SATURATED, isSo, percent);
        }
    }

    /** A queue that fills up is behind. */
    void full(Predicate said) {
        if (said.begins("fill") && where.isQueue()) {
            facts.shows(SymptomKind.LAGGING, said.isSo());
        } else {
            facts.shows(SymptomKind.SATURATED, said.isSo(), parsed.amounts().percent());
        }
    }

    void deep(Predicate said) {
        if (parsed.is(Cue.GROWING) || parsed.is(Cue.HIGH) || isOld(said)) {
            facts.shows(SymptomKind.LAGGING, said.isSo());
        }
    }

    /** {@code the oldest message is two hours old}. */
    private boolean isOld(Predicate said) {
        return said.begins("oldest") && !parsed.amounts().spans().isEmpty();
    }

    void caughtUp(boolean isSo) {
        if (facts.part().isPresent()) {
            availability.partWorks(facts.part().get(), isSo);
        } else {
            facts.shows(SymptomKind.LAGGING, !isSo);
        }
    }

    void lags(Predicate said) {
        var isReplication = parsed.names(Topic.REPLICA) || parsed.names(Topic.STANDBY);
        var isOfNothing = !where.hasServices() && !parsed.isOfOthers() && said.begins("lag");
        var lag = lag(said);
        if (parsed.names(Topic.BACKUP) && said.has("empty")) {
            return;
        }
        if (parsed.part().filter(it -> it == Topic.ARCHIVE).isPresent() && !isOfLag(said)) {
            availability.partWorks(Topic.ARCHIVE, said.isDenied());
        } else if (said.isDenied() && isReplication && said.begins("keep", "is keep", "are keep")) {
            availability.partWorks(Topic.REPLICA, true);
        } else if (isReplication && said.isDenied() && !isOfLag(said)) {
            return;
        } else if (lag.isPresent() && (isReplication || isOfNothing || where.isDatabase())) {
            facts.add(FactType.REPLICATION, where.place(), true, Map.of("lagSeconds", lag.get()));
        } else {
            facts.shows(SymptomKind.LAGGING, said.isSo());
        }
    }

    /** {@code no lag} is none. */
    private Optional<Double> lag(Predicate said) {
        return parsed.amounts()
                .span()
                .map(Symptoms::seconds)
                .or(() -> said.isSo() ? Optional.empty() : Optional.of(0.0));
    }

    /** {@code keeps up} says no number. */
    private static boolean isOfLag(Predicate said) {
        return said.has("lag", "behind", "delay");
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }
}
