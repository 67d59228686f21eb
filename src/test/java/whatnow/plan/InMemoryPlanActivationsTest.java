package whatnow.plan;

class InMemoryPlanActivationsTest extends PlanActivationsContract {

    final PlanActivations activations = new InMemoryPlanActivations();

    @Override
    PlanActivations activations() {
        return activations;
    }
}
