package whatnow.decision.supposed;

import java.util.List;
import java.util.Optional;
import whatnow.incident.Fact;

/** Something that could be learnt. {@code words} stand after (if); empty where the facts speak for themselves. */
record Draft(List<Fact> facts, Optional<String> words) {

    static Draft of(Fact... facts) {
        return new Draft(List.of(facts), Optional.empty());
    }

    Draft saying(String words) {
        return new Draft(facts, Optional.of(words));
    }
}
