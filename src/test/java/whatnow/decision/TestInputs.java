package whatnow.decision;

import whatnow.incident.Incidents;
import whatnow.plan.Plans;
import whatnow.time.Now;

/** What the next decision would depend on, for tests of other packages; no decision was made yet. */
public final class TestInputs {

    /** By the rules that ship. */
    public static CurrentInputs of(Incidents incidents, Plans plans, Now now) {
        return new CurrentInputs(
                new InputsReader(incidents, new InMemoryDecisionLog()), plans, () -> Deciding.BOOKS, now);
    }

    private TestInputs() {}
}
