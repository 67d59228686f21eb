package whatnow.probe;

import java.time.Instant;
import java.util.Optional;

/**
 * How one endpoint fared, and what follows for how it is now. A condition changes only once enough tries in a row say so.
 *
 * @param tries the last ten, newest last: P passed, S passed slowly, W wrong answer, G nobody
 *     served, N no answer
 * @param own how many of these belong to the condition
 * @param failingSince first of the tries that fail in a row
 * @param silentSince first of the tries in a row that nobody answered
 * @param reachedAt when anything last answered, right or wrong
 * @param why words for the last try that failed; empty text after one that passed
 */
record Course(
        Condition condition,
        Instant since,
        String tries,
        int own,
        Optional<Instant> failingSince,
        Optional<Instant> silentSince,
        Optional<Instant> reachedAt,
        Optional<Instant> triedAt,
        Optional<Long> millis,
        String why,
        Optional<Instant> certificateUntil) {

    static final int MOST = 10;

    private static final String FAILS = "WGN";

    /** S2 says how often it has to fail, and nothing of this; one right answer between two wrong ones is no recovery. */
    private static final int TRIES_TO_PASS = 2;

    static Course beginning(Instant at) {
        return new Course(
                Condition.NEVER_OBSERVED,
                at,
                "",
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** @param began when the try began, which is when it was last certain that nothing had answered yet */
    Course after(Answer answer, Probe probe, Instant began, Instant ended) {
        var letter = letter(answer, probe);
        var longer = tries + letter;
        var tried = longer.substring(Math.max(0, longer.length() - MOST));
        var failing = isFail(letter) ? failingSince.or(() -> Optional.of(began)) : Optional.<Instant>empty();
        var next = next(tried, probe);
        var changed = next != condition;
        return new Course(
                next,
                changed ? failing.filter(_ -> !condition.isFailing()).orElse(ended) : since,
                tried,
                changed ? Math.min(tried.length(), triesFor(next, probe)) : Math.min(tried.length(), own + 1),
                failing,
                letter == 'N' ? silentSince.or(() -> Optional.of(began)) : Optional.empty(),
                letter == 'N' ? reachedAt : Optional.of(ended),
                Optional.of(began),
                millis(answer),
                why(answer),
                answer instanceof Answer.Right right ? right.certificateUntil() : certificateUntil);
    }

    /** What was seen before says nothing any more. It has to be seen anew, as often as for any other change. */
    Course blind(Instant at) {
        return condition == Condition.NEVER_OBSERVED
                ? this
                : new Course(
                        Condition.UNKNOWN,
                        condition == Condition.UNKNOWN ? since : at,
                        "",
                        0,
                        failingSince,
                        silentSince,
                        reachedAt,
                        triedAt,
                        Optional.empty(),
                        why,
                        certificateUntil);
    }

    private Condition next(String tried, Probe probe) {
        var newest = tried.charAt(tried.length() - 1);
        if (condition == Condition.NEVER_OBSERVED) {
            return isFail(newest) ? condition : Condition.UP;
        }
        if (isRun(tried, probe.triesToFail(), FAILS)) {
            return isRun(tried, probe.triesToFail(), "W") ? Condition.ERRORS : Condition.DOWN;
        }
        if (!isRun(tried, TRIES_TO_PASS, "PS")) {
            return condition;
        }
        if (isRun(tried, probe.triesToFail(), "S")) {
            return Condition.SLOW;
        }
        return condition == Condition.SLOW && !isRun(tried, TRIES_TO_PASS, "P") ? condition : Condition.UP;
    }

    private static int triesFor(Condition next, Probe probe) {
        return next.isFailing() || next == Condition.SLOW ? probe.triesToFail() : TRIES_TO_PASS;
    }

    /** A retry that passes makes the try before it good, so what is up has no failures. */
    int failures() {
        return condition.isFailing()
                ? (int) last(tries, own).chars().filter(Course::isFail).count()
                : 0;
    }

    /** How often passing and failing took turns within the last tries. */
    int changes() {
        var changes = 0;
        for (var i = 1; i < tries.length(); i++) {
            changes += isFail(tries.charAt(i)) == isFail(tries.charAt(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    /** The newest try says something else than the condition, so that the next one should not wait. */
    boolean isUnsettled() {
        return condition == Condition.UNKNOWN || condition != Condition.NEVER_OBSERVED && saysOtherwise();
    }

    private boolean saysOtherwise() {
        return !tries.isEmpty() && isFail(tries.charAt(tries.length() - 1)) != condition.isFailing();
    }

    /** It failed in this many tries in a row. */
    boolean hasFailed(int times) {
        return isRun(tries, times, FAILS);
    }

    boolean isObserved() {
        return condition != Condition.NEVER_OBSERVED;
    }

    private static char letter(Answer answer, Probe probe) {
        return switch (answer) {
            case Answer.Right it ->
                probe.slowAfter()
                                .filter(limit -> it.millis() > limit.toMillis())
                                .isPresent()
                        ? 'S'
                        : 'P';
            case Answer.Wrong _ -> 'W';
            case Answer.NoService _ -> 'G';
            case Answer.None _ -> 'N';
        };
    }

    private static Optional<Long> millis(Answer answer) {
        return switch (answer) {
            case Answer.Right it -> Optional.of(it.millis());
            case Answer.Wrong it -> Optional.of(it.millis());
            case Answer.NoService it -> Optional.of(it.millis());
            case Answer.None _ -> Optional.empty();
        };
    }

    private static String why(Answer answer) {
        return switch (answer) {
            case Answer.Right _ -> "";
            case Answer.Wrong it -> it.why();
            case Answer.NoService it -> it.why();
            case Answer.None it -> it.why();
        };
    }

    private static boolean isRun(String tries, int length, String of) {
        return tries.length() >= length && last(tries, length).chars().allMatch(it -> of.indexOf(it) >= 0);
    }

    private static String last(String tries, int length) {
        return tries.substring(Math.max(0, tries.length() - length));
    }

    private static boolean isFail(int letter) {
        return FAILS.indexOf(letter) >= 0;
    }
}
