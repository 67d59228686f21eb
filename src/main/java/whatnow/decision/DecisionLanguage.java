package whatnow.decision;

import java.util.List;
import whatnow.knowledge.Citation;
import whatnow.knowledge.Library;
import whatnow.rulebook.CitedArticles;
import whatnow.rulebook.RuleLanguage;

/** What the five books of a decision may say, what their examples mean, and what they may cite. */
public final class DecisionLanguage {

    public static final List<String> BOOKS =
            List.of("severity", "strategy", "degradation", "escalation", "communication");

    public static RuleLanguage language() {
        return new RuleLanguage(BOOKS, ExampleFacts::of, Proposals::new);
    }

    /** What cannot be a citation is one that does not exist. */
    public static CitedArticles articles(Library library) {
        return citation -> {
            try {
                return library.find(Citation.parse(citation)).isPresent();
            } catch (IllegalArgumentException _) {
                return false;
            }
        };
    }

    private DecisionLanguage() {}
}
