package whatnow.plan;

/** A text is not YAML, or YAML that nobody writes by hand in good faith. */
public final class YamlRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String value;
    private final String expected;
    private final String remedy;

    public YamlRefused(int line, String value, String expected, String remedy) {
        super("Line %d: found (%s), expected %s.".formatted(line, value, expected));
        this.line = line;
        this.value = value;
        this.expected = expected;
        this.remedy = remedy;
    }

    public int line() {
        return line;
    }

    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }

    PlanProblem in(PlanText text) {
        return new PlanProblem(text.plan(), text.file(), line, value, expected, remedy);
    }
}
