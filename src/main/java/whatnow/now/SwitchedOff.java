package whatnow.now;

import whatnow.decision.Outcome.TierProposal;
import whatnow.now.NowCard.Tier;

/** The card's fifth part: the tier that is proposed, the one in force, and what it switches off. */
final class SwitchedOff {

    static Tier of(TierProposal tier) {
        return new Tier(
                tier.known(),
                tier.proposed().map(Enum::name).orElse("this plan has none"),
                tier.inForce().map(Enum::name).orElse("unknown"),
                tier.switchedOff(),
                tier.article());
    }

    private SwitchedOff() {}
}
