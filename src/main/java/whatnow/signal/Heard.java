package whatnow.signal;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import whatnow.incident.IncidentId;
import whatnow.incident.State;

/** What its senders last said of one alert, as far as one symptom is concerned. */
record Heard(
        Alert alert,
        IncidentId incident,
        String symptom,
        State state,
        Instant lastSeen,
        Optional<Instant> believedUntil,
        SortedSet<String> sources,
        String name) {

    /** An alert and its start: it fires once and ends once. */
    record Alert(String fingerprint, Instant startsAt) {}

    /** What ended has ended: the same alert told late does not begin again. */
    Heard fires(Instant at, Optional<Instant> until, String source) {
        var next = state == State.FALSE ? State.FALSE : State.TRUE;
        return new Heard(alert, incident, symptom, next, later(at), until, with(source), name);
    }

    Heard ends(Instant at, boolean trusted, String source) {
        var next = trusted || state == State.FALSE ? State.FALSE : State.UNKNOWN;
        return new Heard(alert, incident, symptom, next, later(at), believedUntil, with(source), name);
    }

    /** Its sender says that it does not know. */
    Heard isLost(Instant at, String source) {
        var next = state == State.FALSE ? State.FALSE : State.UNKNOWN;
        return new Heard(alert, incident, symptom, next, later(at), believedUntil, with(source), name);
    }

    /**
     * A sender told the end of a later start of the same alert. It knows one alert of a fingerprint at a time, so it no
     * longer vouches for this one; what nobody vouches for has ended.
     */
    Heard takenBack(Instant at, String source) {
        var others = new TreeSet<>(sources);
        if (!others.remove(source) || state == State.FALSE) {
            return this;
        }
        return others.isEmpty()
                ? ends(at, true, source)
                : new Heard(alert, incident, symptom, state, lastSeen, believedUntil, others, name);
    }

    Heard of(IncidentId other) {
        return new Heard(alert, other, symptom, state, lastSeen, believedUntil, sources, name);
    }

    private Instant later(Instant at) {
        return at.isAfter(lastSeen) ? at : lastSeen;
    }

    private SortedSet<String> with(String source) {
        var more = new TreeSet<>(sources);
        more.add(source);
        return more;
    }
}
