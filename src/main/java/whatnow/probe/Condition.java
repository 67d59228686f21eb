package whatnow.probe;

import java.util.Locale;

/** How an endpoint is. */
public enum Condition {
    /** It never gave a right answer: the plan may be wrong about it, or it does not exist yet. No incident. */
    NEVER_OBSERVED,
    UP,
    SLOW,
    /** It answers, and not as the plan expects. */
    ERRORS,
    DOWN,
    /** Nobody can say: the observer may be cut off, or has not looked for long. Never fine. */
    UNKNOWN;

    /** {@code never observed}, {@code up}, {@code down}... */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isFailing() {
        return this == ERRORS || this == DOWN;
    }

    boolean isPassing() {
        return this == UP || this == SLOW;
    }
}
