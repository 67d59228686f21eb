package whatnow.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import whatnow.incident.State;
import whatnow.incident.Symptom;

/** A symptom together with what folding must remember of it. */
record Folded(Symptom symptom, int unknown, Checks checks) {

    private static final int MOST_ALERTS = 10;

    static Folded fresh(Reading reading, Instant since) {
        var symptom = new Symptom(
                reading.service(),
                reading.kind(),
                reading.region(),
                reading.zone(),
                State.FALSE,
                since,
                since,
                Optional.empty(),
                0,
                false,
                List.of(),
                List.of());
        return new Folded(symptom, 0, Checks.NONE);
    }

    /**
     * One alert changed from one state to another. A symptom that had ended begins anew, with the senders and the alerts
     * that speak of it now.
     *
     * @param before empty if it was not heard before
     */
    Folded takes(Optional<State> before, Heard now, Optional<Double> value) {
        var firing = symptom.count() + count(Optional.of(now.state()), State.TRUE) - count(before, State.TRUE);
        var lost = unknown + count(Optional.of(now.state()), State.UNKNOWN) - count(before, State.UNKNOWN);
        var begins = !symptom.isOpen() && firing + lost > 0;
        var sources = new TreeSet<>(begins ? List.<String>of() : symptom.sources());
        sources.addAll(now.sources());
        var alerts = new TreeSet<>(begins ? List.<String>of() : symptom.alerts());
        if (!now.name().isEmpty()) {
            alerts.add(now.name());
        }
        var start = now.alert().startsAt();
        var next = new Symptom(
                symptom.service(),
                symptom.kind(),
                symptom.region(),
                symptom.zone(),
                state(firing, lost),
                begins || start.isBefore(symptom.since()) ? start : symptom.since(),
                now.lastSeen().isAfter(symptom.lastSeen()) ? now.lastSeen() : symptom.lastSeen(),
                value.or(symptom::value),
                Math.max(0, firing),
                symptom.flapping(),
                List.copyOf(sources),
                alerts.stream().limit(MOST_ALERTS).toList());
        return new Folded(next, Math.max(0, lost), checks);
    }

    /** One request about it has been folded in: that is one check. */
    Folded checked() {
        return switch (symptom.state()) {
            case UNKNOWN -> this;
            case TRUE, FALSE -> {
                var more = checks.with(symptom.isFiring());
                yield new Folded(flapping(more.isFlapping()), unknown, more);
            }
        };
    }

    /** Its senders fell silent about so many of its alerts. */
    Folded loses(int alerts) {
        var firing = Math.max(0, symptom.count() - alerts);
        var lost = unknown + alerts;
        var next = new Symptom(
                symptom.service(),
                symptom.kind(),
                symptom.region(),
                symptom.zone(),
                state(firing, lost),
                symptom.since(),
                symptom.lastSeen(),
                symptom.value(),
                firing,
                symptom.flapping(),
                symptom.sources(),
                symptom.alerts());
        return new Folded(next, lost, checks);
    }

    /** The same symptom of an incident that was taken over: the alerts of both speak of it now. */
    Folded with(Folded other) {
        if (symptom.isOpen() != other.symptom.isOpen()) {
            return symptom.isOpen() ? this : new Folded(other.symptom, other.unknown, checks);
        }
        var newer = other.symptom.lastSeen().isAfter(symptom.lastSeen()) ? other.symptom : symptom;
        var older = other.symptom.since().isBefore(symptom.since()) ? other.symptom : symptom;
        var firing = symptom.count() + other.symptom.count();
        var lost = unknown + other.unknown;
        var next = new Symptom(
                symptom.service(),
                symptom.kind(),
                symptom.region(),
                symptom.zone(),
                state(firing, lost),
                older.since(),
                newer.lastSeen(),
                newer.value().or(symptom::value).or(other.symptom::value),
                firing,
                symptom.flapping() || other.symptom.flapping(),
                joined(symptom.sources(), other.symptom.sources()),
                joined(symptom.alerts(), other.symptom.alerts()).stream()
                        .limit(MOST_ALERTS)
                        .toList());
        return new Folded(next, lost, checks);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private Symptom flapping(boolean flapping) {
        return new Symptom(
                symptom.service(),
                symptom.kind(),
                symptom.region(),
                symptom.zone(),
                symptom.state(),
                symptom.since(),
                symptom.lastSeen(),
                symptom.value(),
                symptom.count(),
                flapping,
                symptom.sources(),
                symptom.alerts());
    }

    private static State state(int firing, int lost) {
        if (firing > 0) {
            return State.TRUE;
        }
        return lost > 0 ? State.UNKNOWN : State.FALSE;
    }

    private static int count(Optional<State> state, State which) {
        return state.filter(it -> it == which).isPresent() ? 1 : 0;
    }
}
