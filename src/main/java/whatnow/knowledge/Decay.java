package whatnow.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an article has decayed: 0 is as good as on the day it was reviewed, 100 means that nobody should trust it.
 *
 * <p>What costs how many points stands in docs/coverage.md.
 *
 * @param score from 0 to 100
 * @param reasons what cost points, the dearest first
 */
public record Decay(int score, List<Reason> reasons) {

    static final int AGE = 40;
    static final int DEAD_LINK = 10;
    static final int DEAD_LINKS = 20;
    static final int FAILED = 10;
    static final int FAILURES = 20;
    static final int NO_OWNER = 10;
    static final int NEVER_DRILLED = 10;
    static final int DRILLED_LONG_AGO = 5;

    /** Where an article says nothing of how often it is reviewed. */
    static final Period ASSUMED = Period.ofMonths(6);

    private static final Period DRILL_HOLDS = Period.ofYears(1);

    public Decay {
        reasons = List.copyOf(reasons);
    }

    /** Something that costs points, in words. */
    public record Reason(int points, String words) {}

    /**
     * What is known of an article.
     *
     * @param cadence how often it is to be reviewed; empty where it does not say
     * @param deadLinks links to articles or sections that do not exist
     * @param failures how often somebody said that it was wrong, or a step of it failed; empty where that is not known
     * @param isDrilled whether there are steps in it that somebody can rehearse
     * @param lastDrilled empty if it never was
     * @param drillsKnown false while nobody can tell whether it was drilled
     */
    public record Known(
            Optional<LocalDate> lastReviewed,
            Optional<Period> cadence,
            int deadLinks,
            Optional<Long> failures,
            boolean hasOwner,
            boolean isDrilled,
            Optional<LocalDate> lastDrilled,
            boolean drillsKnown) {}

    public static Decay of(Known known, LocalDate today) {
        var reasons = new ArrayList<Reason>();
        age(known, today).ifPresent(reasons::add);
        links(known.deadLinks()).ifPresent(reasons::add);
        known.failures().flatMap(Decay::failures).ifPresent(reasons::add);
        if (!known.hasOwner()) {
            reasons.add(new Reason(NO_OWNER, "nobody owns it"));
        }
        drills(known, today).ifPresent(reasons::add);
        reasons.sort((one, other) -> other.points() - one.points());
        return new Decay(reasons.stream().mapToInt(Reason::points).sum(), reasons);
    }

    /** In words as coarse as what is done about it. */
    public String words() {
        return score == 0 ? "fresh" : score < 20 ? "good" : score < 50 ? "needs a review" : "not to be trusted unread";
    }

    /** Nothing within its cadence, then as much as it is late, and all of it when it is twice as old as it should get. */
    private static Optional<Reason> age(Known known, LocalDate today) {
        if (known.lastReviewed().isEmpty()) {
            return Optional.of(new Reason(AGE, "it was never reviewed"));
        }
        var reviewed = known.lastReviewed().get();
        var cadence = known.cadence().orElse(ASSUMED);
        var due = reviewed.plus(cadence);
        var allowed = Math.max(1, ChronoUnit.DAYS.between(reviewed, due));
        var late = ChronoUnit.DAYS.between(due, today);
        if (late <= 0) {
            return Optional.empty();
        }
        var points = (int) Math.min(AGE, Math.ceilDiv(AGE * late, allowed));
        return Optional.of(new Reason(
                points,
                "reviewed on %s, which was to be repeated by %s%s"
                        .formatted(reviewed, due, known.cadence().isPresent() ? "" : " (six months are assumed)")));
    }

    private static Optional<Reason> links(int dead) {
        return dead == 0
                ? Optional.empty()
                : Optional.of(new Reason(
                        Math.min(DEAD_LINKS, DEAD_LINK * dead),
                        dead == 1 ? "one link leads nowhere" : dead + " links lead nowhere"));
    }

    private static Optional<Reason> failures(long failures) {
        return failures == 0
                ? Optional.empty()
                : Optional.of(new Reason(
                        (int) Math.min(FAILURES, FAILED * failures),
                        failures == 1
                                ? "somebody who worked by it said that it is wrong"
                                : "%d times somebody who worked by it said that it is wrong".formatted(failures)));
    }

    private static Optional<Reason> drills(Known known, LocalDate today) {
        if (!known.isDrilled()) {
            return Optional.empty();
        }
        if (known.lastDrilled().isEmpty()) {
            return known.drillsKnown()
                    ? Optional.of(new Reason(NEVER_DRILLED, "it was never drilled"))
                    : Optional.empty();
        }
        return known.lastDrilled()
                .filter(it -> it.plus(DRILL_HOLDS).isBefore(today))
                .map(it -> new Reason(DRILLED_LONG_AGO, "last drilled on %s, more than a year ago".formatted(it)));
    }
}
