package whatnow.plan;

/** How long until harm grows or an option is lost; independent of {@link Severity}. Most urgent first. */
public enum Urgency {
    NOW,
    HOUR,
    DAY
}
