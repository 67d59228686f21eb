package whatnow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whatnow.plan.PlanActivation;
import whatnow.plan.PlanId;
import whatnow.plan.PlanProblem;
import whatnow.plan.PlanYaml;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

class CataloguesTest {

    List<RecoveryPlan> active = List.of(PlanYaml.plan(PlanYaml.SMALL));

    @Test
    void theCatalogueIsTheSameUntilThePlansChange() {
        var catalogues = new Catalogues(new ActivePlans());
        var first = catalogues.current();

        assertThat(catalogues.current()).isSameAs(first);
        assertThat(first.candidates("api")).hasSize(1);

        active = List.of();
        assertThat(catalogues.current().candidates("api")).isEmpty();
        assertThat(first.candidates("api")).hasSize(1);
    }

    final class ActivePlans implements Plans {

        @Override
        public List<RecoveryPlan> active() {
            return List.copyOf(active);
        }

        @Override
        public Optional<RecoveryPlan> find(PlanId id) {
            return active.stream().filter(it -> it.id().equals(id)).findFirst();
        }

        @Override
        public List<RecoveryPlan> all() {
            return active;
        }

        @Override
        public List<PlanProblem> problems() {
            return List.of();
        }

        @Override
        public Optional<String> text(PlanId id) {
            return Optional.empty();
        }

        @Override
        public Optional<PlanActivation> lastActivation(PlanId id) {
            return Optional.empty();
        }

        @Override
        public void activate(PlanId id, boolean active, String byPerson) {
            throw new UnsupportedOperationException("Nothing is switched here.");
        }
    }
}
