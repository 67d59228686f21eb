package whatnow.decision.otherwise;

import java.util.List;
import java.util.stream.Collectors;
import whatnow.decision.Inputs;
import whatnow.decision.supposed.Supposing;
import whatnow.incident.Fact;

/**
 * What would have to be learnt, no more than is needed.
 *
 * @param facts as a person would say them; nobody has
 * @param words {@code if us-west-2 were lost}
 * @param believed of each fact what is believed now, with who says so and how long ago
 * @param alike other services or zones of which the same would do
 */
public record Change(List<Fact> facts, String words, List<String> believed, List<String> alike) {

    private static final int SHOWN_OF_ALIKE = 3;

    /** The inputs as they would be. */
    public Inputs appliedTo(Inputs inputs) {
        return Supposing.with(inputs, facts);
    }

    /** {@code if us-west-2 were lost (now: us-west-2 works, said by pingdom 40 s ago)}. */
    public String sentence() {
        return "%s (now: %s)%s".formatted(words, String.join("; ", believed), alikeInWords());
    }

    private String alikeInWords() {
        if (alike.isEmpty()) {
            return "";
        }
        var more = alike.size() - SHOWN_OF_ALIKE;
        return alike.stream().limit(SHOWN_OF_ALIKE).collect(Collectors.joining(", ", "; the same of ", ""))
                + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
