package whatnow.decision;

import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.plan.PlanReader;
import whatnow.rulebook.RuleBook;

/** Makes a past decision again from what was written down of it. */
@Component
public class DecisionAgain {

    private final DecisionTexts texts;

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
        var sha256 = inputs.books().get(name);
        var text = sha256 == null ? Optional.<String>empty() : texts.find(sha256);
        return RuleBook.fromText(
                name,
                text.orElseThrow(() -> new IllegalStateException(
                        "The text of the rule book (%s, %s) is not in the database.".formatted(name, sha256))));
    }
}
