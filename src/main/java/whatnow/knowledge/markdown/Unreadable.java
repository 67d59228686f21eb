package whatnow.knowledge.markdown;

/** Ends the reading of one file; becomes {@link Reading.Broken} and never leaves the package. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Remark reason;

    Unreadable(int line, String what, String expected) {
        super(what, null, false, false);
        this.reason = new Remark(line, what, expected);
    }

    Remark reason() {
        return reason;
    }
}
