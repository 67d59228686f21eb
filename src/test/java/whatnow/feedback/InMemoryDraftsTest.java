package whatnow.feedback;

import whatnow.incident.Incidents;
import whatnow.testkit.SampleIncidents;

class InMemoryDraftsTest extends DraftsContract {

    private final Drafts drafts = new InMemoryDrafts();
    private final Incidents incidents = SampleIncidents.make();

    @Override
    Drafts drafts() {
        return drafts;
    }

    @Override
    Incidents incidents() {
        return incidents;
    }
}
