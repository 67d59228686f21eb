package whatnow.decision.known;

import java.util.Optional;

/** Somebody says that data is gone. */
public record DataLossSaid(Optional<String> service, Belief belief) implements Known {

    @Override
    public String inWords() {
        return "data loss reported for " + service.orElse("the plan");
    }
}
