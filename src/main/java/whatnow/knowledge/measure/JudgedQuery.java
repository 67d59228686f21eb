package whatnow.knowledge.measure;

import java.util.Map;

/**
 * A question whose right answers are known.
 *
 * @param style questions of one style are measured together: {@code alert}, {@code symptom}
 * @param grades of the documents that answer it, by path below the folder of documents; 2 is better than 1
 * @param isWeak what is linked is not really an answer, so it stays out of the figures
 */
public record JudgedQuery(String id, String style, String text, Map<String, Integer> grades, boolean isWeak) {

    public JudgedQuery {
        grades = Map.copyOf(grades);
    }
}
