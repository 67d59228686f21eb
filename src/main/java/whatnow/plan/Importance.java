package whatnow.plan;

/** What a service matters to its users, most important first. */
public enum Importance {
    CRITICAL,
    HIGH,
    NORMAL,
    LOW
}
