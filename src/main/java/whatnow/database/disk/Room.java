package whatnow.database.disk;

/**
 * How much room there is (D-1). A limit once passed is left only two points of a hundred later, so that what is written in
 * between does not open and close the doors every second. Pure.
 */
public enum Room {
    ENOUGH,
    SCARCE,
    NONE;

    static final int SCARCE_FROM = 80;
    static final int NONE_FROM = 90;

    private static final int BACK = 2;

    /**
     * Four segments of PostgreSQL's log, of 16 MiB each. It stops at once when it cannot make the next one, and on a small
     * disk a tenth is less than one: two may be made between two looks, and what is decided meanwhile needs room too.
     */
    static final long LEAST = 64L << 20;

    /**
     * With that much free nothing is said whatever the share: a tenth of a large disk is room for days, and refusing alerts
     * there would be the harm that it is to prevent.
     */
    static final long PLENTY = 10L << 30;

    Room next(Space space) {
        if (isShort(space, NONE_FROM, LEAST, this == NONE)) {
            return NONE;
        }
        return isShort(space, SCARCE_FROM, 2 * LEAST, this != ENOUGH) ? SCARCE : ENOUGH;
    }

    /** @param was whether it was short before */
    private static boolean isShort(Space space, int from, long least, boolean was) {
        var percent = was ? from - BACK : from;
        return space.free() < margin(least, was)
                || space.share() * 100 >= percent && space.free() < margin(PLENTY, was);
    }

    private static long margin(long bytes, boolean was) {
        return was ? bytes + bytes / 4 : bytes;
    }
}
