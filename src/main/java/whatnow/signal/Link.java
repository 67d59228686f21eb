package whatnow.signal;

import java.util.List;
import java.util.Optional;
import whatnow.incident.IncidentId;

/** What a new symptom does to the incidents that are open. */
sealed interface Link {

    /** It belongs to one that is open. */
    record Join(IncidentId incident) implements Link {}

    /** It shows that several are one. The oldest survives and the symptom joins it. */
    record Merge(IncidentId survivor, List<IncidentId> younger) implements Link {

        public Merge {
            younger = List.copyOf(younger);
        }
    }

    /**
     * It is harm of its own.
     *
     * @param previous an incident of the same service and place that was resolved before
     */
    record OpenNew(Optional<IncidentId> previous) implements Link {}
}
