package whatnow.signal;

import java.time.Instant;
import whatnow.incident.Topology;

/** A reading with the plan that answers for it and the plan's name for its service. */
record Located(Topology.Home home, Reading reading) {

    String key() {
        return Folded.fresh(reading, Instant.EPOCH).symptom().key();
    }

    IncidentLinker.NewSymptom symptom() {
        return new IncidentLinker.NewSymptom(
                home.plan(), reading.service(), reading.kind(), reading.region(), reading.zone());
    }
}
