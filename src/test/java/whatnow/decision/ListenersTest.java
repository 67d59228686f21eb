package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import whatnow.incident.Incident;
import whatnow.testkit.SampleDecisions;
import whatnow.testkit.SampleIncidents;

class ListenersTest {

    final Incident incident = SampleIncidents.make().numbered("INC-2026-0042").orElseThrow();
    final Decision decision =
            new SampleDecisions(incident.id()).latest(incident.id()).orElseThrow();
    final List<String> heard = new ArrayList<>();

    @Test
    void whereNobodyListensNothingHappens() {
        listeners().made(incident, decision, Optional.empty());

        assertThat(heard).isEmpty();
    }

    @Test
    void aMistakeOfOneCostsNeitherTheDecisionNorTheOthers() {
        var listeners = listeners(throwing(new IllegalStateException("a mistake")), noting());

        listeners.made(incident, decision, Optional.empty());
        listeners.over(incident);

        assertThat(heard).containsExactly("made", "over");
    }

    @Test
    void anErrorOfTheDatabaseTakesTheDecisionBack() {
        var listeners = listeners(throwing(new DataAccessResourceFailureException("away")));

        assertThatThrownBy(() -> listeners.made(incident, decision, Optional.empty()))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private static Listeners listeners(DecisionMade... all) {
        var beans = new StaticListableBeanFactory();
        for (var each : all) {
            beans.addBean("listener " + each.hashCode(), each);
        }
        return new Listeners(beans.getBeanProvider(DecisionMade.class));
    }

    private DecisionMade noting() {
        return new DecisionMade() {
            @Override
            public void made(Incident incident, Decision decision, Optional<Decision> before) {
                heard.add("made");
            }

            @Override
            public void over(Incident incident) {
                heard.add("over");
            }
        };
    }

    private static DecisionMade throwing(RuntimeException failure) {
        return new DecisionMade() {
            @Override
            public void made(Incident incident, Decision decision, Optional<Decision> before) {
                throw failure;
            }

            @Override
            public void over(Incident incident) {
                throw failure;
            }
        };
    }
}
