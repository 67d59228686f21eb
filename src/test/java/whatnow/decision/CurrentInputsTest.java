package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.symptom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whatnow.incident.DrawnTopology;
import whatnow.incident.InMemoryIncidents;
import whatnow.incident.Incident;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlanId;
import whatnow.plan.Severity;
import whatnow.testkit.MovableClock;
import whatnow.testkit.SamplePlans;

class CurrentInputsTest {

    private final InMemoryIncidents incidents = new InMemoryIncidents(new DrawnTopology());
    private final InMemoryDecisionLog log = new InMemoryDecisionLog();
    private final CurrentInputs current = new CurrentInputs(
            new InputsReader(incidents, log), new SamplePlans(), () -> Deciding.BOOKS, new MovableClock());

    @Test
    void theyAreWhatTheNextDecisionWouldSee() {
        var incident = opened("freight");
        incidents.show(Map.of(
                incident.id(),
                List.of(symptom("freight-api", SymptomKind.UNAVAILABLE)
                        .in("us-east-1")
                        .build())));
        var first = current.of(incident);
        log.append(incident.id(), first.inputs(), first.outcome());

        var next = current.of(incident);

        assertThat(next.inputs().symptoms()).hasSize(1);
        assertThat(next.inputs().held().severity())
                .contains(first.outcome().assessment().severity())
                .isNotEqualTo(Optional.of(Severity.UNKNOWN));
    }

    @Test
    void withoutItsPlanAnIncidentIsDecidedByTheGeneralOne() {
        var incident = opened("gone");

        assertThat(current.of(incident).plan().id()).isEqualTo(PlanId.GENERAL);
    }

    private Incident opened(String plan) {
        return incidents.open(new PlanId(plan), NOON, false, Optional.empty());
    }
}
