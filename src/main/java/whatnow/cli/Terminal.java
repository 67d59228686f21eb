package whatnow.cli;

/** The verbs. */
public final class Terminal {

    public static boolean understands(String[] arguments) {
        return false;
    }

    public static int run(String[] arguments) {
        return 0;
    }

    private Terminal() {}
}
