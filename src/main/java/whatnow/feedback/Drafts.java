package whatnow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;

/** Drafts of articles that somebody missed. They are added and never altered. */
public interface Drafts {

    /** Opens a draft inside the caller's transaction and gives it its number. */
    Draft open(Incident incident, Optional<String> article, DraftText text, String note, String by, Instant at);

    Optional<Draft> find(long number);

    List<Draft> of(IncidentId incident);

    /**
     * The newest first.
     *
     * @param hidden incidents that whoever asks may not see
     */
    List<Draft> newest(Set<IncidentId> hidden, int most);
}
