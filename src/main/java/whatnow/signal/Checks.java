package whatnow.signal;

/**
 * The last ten checks of a symptom, newest last, T or F each. A check that could not be made is none: silence neither
 * flaps nor calms.
 */
record Checks(String states) {

    static final Checks NONE = new Checks("");

    private static final int MOST = 10;
    private static final int FLAPS = 4;

    Checks with(boolean firing) {
        var longer = states + (firing ? 'T' : 'F');
        return new Checks(longer.substring(Math.max(0, longer.length() - MOST)));
    }

    /** At least four changes in ten checks. */
    boolean isFlapping() {
        var changes = 0;
        for (int i = 1; i < states.length(); i++) {
            changes += states.charAt(i) == states.charAt(i - 1) ? 0 : 1;
        }
        return changes >= FLAPS;
    }
}
