package whatnow.signal;

/** Reads a delivery again that was kept as it came. */
@FunctionalInterface
public interface Rereading {

    /** What cannot be read any more comes back as unreadable, so that nothing is lost. */
    Delivery read(Origin origin);
}
