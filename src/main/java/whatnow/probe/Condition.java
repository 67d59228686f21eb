package whatnow.probe;

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

    boolean isFailing() {
        return this == ERRORS || this == DOWN;
    }

    boolean isPassing() {
        return this == UP || this == SLOW;
    }
}
