package whatnow.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.plan.PlanReader;
import whatnow.rulebook.RuleBook;

/** Makes a past decision again from what was written down of it. */
@Component
public class DecisionAgain {

    private static final int BOOKS_KEPT = 50;

    private final DecisionTexts texts;

    /** Compiling takes a second; the same texts come again and again. */
    private final Map<String, RuleBook> compiled = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleBook> eldest) {
            return size() > BOOKS_KEPT;
        }
    });

    DecisionAgain(DecisionTexts texts) {
        this.texts = texts;
    }

    /**
     * @param same whether the outcome is the same, byte for byte
     */
    public record Again(boolean same, Outcome outcome) {}

    /** Empty if a text that it was made from is not there. */
    public Optional<Again> make(Decision past) {
        var inputs = past.inputs();
        var plan = texts.find(inputs.planText()).map(PlanReader::again);
        var books = books(inputs);
        if (plan.isEmpty() || books.isEmpty()) {
            return Optional.empty();
        }
        var outcome = Decider.decide(books.get(), plan.get(), inputs);
        var sha256 = CanonicalJson.sha256(new DecisionRecord(inputs, outcome).json());
        return Optional.of(new Again(sha256.equals(past.sha256()), outcome));
    }

    private Optional<RuleBooks> books(Inputs inputs) {
        var complete = inputs.books().values().stream().allMatch(texts::has);
        return complete
                ? Optional.of(new RuleBooks(
                        book(inputs, "severity"),
                        book(inputs, "strategy"),
                        book(inputs, "degradation"),
                        book(inputs, "escalation"),
                        book(inputs, "communication")))
                : Optional.empty();
    }

    private RuleBook book(Inputs inputs, String name) {
        var sha256 = inputs.books().getOrDefault(name, "");
        return compiled.computeIfAbsent(sha256, _ -> compile(name, sha256));
    }

    private RuleBook compile(String name, String sha256) {
        return RuleBook.fromText(
                name,
                texts.find(sha256)
                        .orElseThrow(() -> new IllegalStateException(
                                "The text of the rule book (%s, %s) is not in the database.".formatted(name, sha256))));
    }
}
