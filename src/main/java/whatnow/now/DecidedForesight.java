package whatnow.now;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import whatnow.decision.Supposing;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.Topology;
import whatnow.signal.Reading;
import whatnow.signal.Signal;

/** By the rules and plans in force. */
@Component
class DecidedForesight implements Foresight {

    private final Supposing supposing;
    private final Topology topology;

    DecidedForesight(Supposing supposing, Topology topology) {
        this.supposing = supposing;
        this.topology = topology;
    }

    @Override
    public Foreseen of(Signal alert, Reading reading) {
        var home = topology.home(alert.labels(), alert.source(), reading.service());
        var symptom = symptom(alert, reading, home.service(), alert.receivedAt());
        var assessment = supposing.showing(home.plan(), List.of(symptom)).assessment();
        return new Foreseen(home.plan().name(), home.service(), assessment.severity(), assessment.urgency());
    }

    private static Symptom symptom(Signal alert, Reading reading, String service, Instant at) {
        return new Symptom(
                service,
                reading.kind(),
                reading.region(),
                reading.zone(),
                State.TRUE,
                at,
                at,
                reading.value(),
                1,
                false,
                List.of(alert.source()),
                List.of(alert.alert()));
    }
}
