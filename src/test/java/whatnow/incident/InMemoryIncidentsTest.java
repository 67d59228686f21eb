package whatnow.incident;

import java.time.Instant;
import java.util.Map;

class InMemoryIncidentsTest extends IncidentsContract {

    private final InMemoryIncidents incidents = new InMemoryIncidents(TOPOLOGY);

    @Override
    Incidents incidents() {
        return incidents;
    }

    @Override
    Map<IncidentId, Instant> due() {
        return incidents.due();
    }
}
