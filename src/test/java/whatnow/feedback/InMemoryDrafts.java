package whatnow.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;

/** The twin of {@link PostgresDrafts}. */
public final class InMemoryDrafts implements Drafts {

    private final List<Draft> drafts = new ArrayList<>();

    @Override
    public synchronized Draft open(
            Incident incident, Optional<String> article, DraftText text, String note, String by, Instant at) {
        var draft = new Draft(
                drafts.size() + 1L,
                incident.id(),
                incident.number(),
                article,
                text.title(),
                note,
                text.markdown(),
                by,
                at);
        drafts.add(draft);
        return draft;
    }

    @Override
    public synchronized Optional<Draft> find(long number) {
        return drafts.stream().filter(it -> it.number() == number).findFirst();
    }

    @Override
    public synchronized List<Draft> of(IncidentId incident) {
        return drafts.stream().filter(it -> it.incident().equals(incident)).toList();
    }

    @Override
    public synchronized List<Draft> newest(Set<IncidentId> hidden, int most) {
        return drafts.reversed().stream()
                .filter(it -> !hidden.contains(it.incident()))
                .limit(most)
                .toList();
    }
}
