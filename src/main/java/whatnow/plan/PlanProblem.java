package whatnow.plan;

/**
 * Why a plan's file was not taken: where, what was there, what was expected, what to try.
 *
 * @param plan name of the plan's folder, {@code defaults} for the shared file
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param value what was found, shortened
 */
public record PlanProblem(String plan, String file, int line, String value, String expected, String remedy) {

    private static final int SHOWN = 60;

    public PlanProblem {
        value = shortened(value);
    }

    public String sentence() {
        var place = line > 0 ? "%s, line %d".formatted(file, line) : file;
        return "%s: found (%s), expected %s. %s".formatted(place, value, expected, remedy);
    }

    private static String shortened(String value) {
        var oneLine = value.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    }
}
