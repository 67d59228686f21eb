package whatnow.plan;

/** How much a strategy touches, smallest first. */
public enum Reach {
    NOTHING,
    COMPONENT,
    SERVICE,
    DATA,
    ZONE,
    REGION,
    EVERYTHING
}
