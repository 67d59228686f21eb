package whatnow.incident;

class InMemoryRestrictionsTest extends RestrictionsContract {

    private final Incidents incidents = new InMemoryIncidents(IncidentsContract.TOPOLOGY);
    private final Restrictions restrictions = new InMemoryRestrictions(incidents);

    @Override
    Incidents incidents() {
        return incidents;
    }

    @Override
    Restrictions restrictions() {
        return restrictions;
    }
}
