package whatnow.plan;

/** What is switched off, mildest first. */
public enum DegradationTier {
    NORMAL,
    MINOR,
    MODERATE,
    SEVERE,
    CRITICAL;

    /** The next milder one; {@code NORMAL} stays. */
    public DegradationTier oneStepDown() {
        return this == NORMAL ? NORMAL : values()[ordinal() - 1];
    }

    public boolean isWorseThan(DegradationTier other) {
        return compareTo(other) > 0;
    }
}
