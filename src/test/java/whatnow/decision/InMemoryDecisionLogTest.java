package whatnow.decision;

import java.util.UUID;
import whatnow.incident.IncidentId;

class InMemoryDecisionLogTest extends DecisionLogContract {

    final DecisionLog log = new InMemoryDecisionLog();

    @Override
    DecisionLog log() {
        return log;
    }

    @Override
    IncidentId incident() {
        return new IncidentId(UUID.randomUUID());
    }
}
