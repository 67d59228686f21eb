package whatnow.decision.otherwise;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.symptom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import whatnow.decision.TestInputs;
import whatnow.decision.otherwise.WhyNotDesk.Reply;
import whatnow.incident.DrawnTopology;
import whatnow.incident.InMemoryIncidents;
import whatnow.incident.IncidentId;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlanId;
import whatnow.plan.Severity;
import whatnow.testkit.MovableClock;
import whatnow.testkit.SamplePlans;

class WhyNotDeskTest {

    private final InMemoryIncidents incidents = new InMemoryIncidents(new DrawnTopology());
    private final WhyNotDesk desk =
            new WhyNotDesk(incidents, TestInputs.of(incidents, new SamplePlans(), new MovableClock()));

    @Test
    void anIncidentIsAskedAboutAsItStandsNow() {
        var id = anIncidentOf("freight-api");

        var answer = desk.answer(id, new Goal.HasSeverity(Severity.SEV2)).orElseThrow();

        assertThat(answer.already()).isTrue();
    }

    @Test
    void wordsThatMeanSeveralThingsAreAnsweredOneByOne() {
        var reply = desk.reply(anIncidentOf("freight-db"), "failover").orElseThrow();

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Answers.class,
                        it -> assertThat(it.answers())
                                .hasSize(3)
                                .anyMatch(WhyNot.Answer::already)
                                .allSatisfy(one -> assertThat(one.decisions()).isLessThan(400)));
    }

    @Test
    void wordsThatMeanNothingAreRefused() {
        var reply = desk.reply(anIncidentOf("freight-api"), "banana").orElseThrow();

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.NotUnderstood.class, it -> assertThat(it.why()).startsWith("(banana)"));
    }

    @Test
    void ofAnIncidentThatDoesNotExistThereIsNoAnswer() {
        assertThat(desk.reply(new IncidentId(new UUID(0, 1)), "SEV1")).isEmpty();
    }

    private IncidentId anIncidentOf(String service) {
        var incident = incidents.open(new PlanId("freight"), NOON, false, Optional.empty());
        incidents.show(Map.of(
                incident.id(),
                List.of(symptom(service, SymptomKind.UNAVAILABLE)
                        .in("us-east-1")
                        .build())));
        return incident.id();
    }
}
