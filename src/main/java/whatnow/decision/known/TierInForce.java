package whatnow.decision.known;

import whatnow.plan.DegradationTier;

/** The tier that a person or a system says is in force. */
public record TierInForce(DegradationTier tier, boolean verified, Belief belief) implements Known {

    @Override
    public String inWords() {
        return "tier %s in force, by %s".formatted(tier, String.join(", ", belief.sources()));
    }
}
