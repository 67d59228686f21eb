package whatnow.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import whatnow.incident.SymptomKind;
import whatnow.signal.Delivery;
import whatnow.signal.Reading;
import whatnow.signal.Signal;
import whatnow.signal.Signal.Status;

/**
 * What is said about endpoints, in the words of alerts: one symptom for each endpoint that has one, told when it begins,
 * changes, cannot be seen any more or ends, and now and then while it lasts.
 */
final class Telling {

    static final String SOURCE = "probe";

    private final Instant now;

    Telling(Instant now) {
        this.now = now;
    }

    /** @param again it was told long ago, and what is not told again is not believed for ever */
    List<Delivery.Said> of(Optional<Watched> before, Watched after, boolean again) {
        var said = new ArrayList<Delivery.Said>();
        var shown = after.shown();
        before.flatMap(Watched::shown)
                .filter(it -> !shown.equals(Optional.of(it)))
                .ifPresent(it -> said.add(of(after, it, Status.RESOLVED)));
        if (shown.isEmpty()) {
            return said;
        }
        var isNew = !before.flatMap(Watched::shown).equals(shown);
        var wasUnseen = before.filter(Telling::isUnseen).isPresent();
        if (isUnseen(after) && !wasUnseen) {
            said.add(lost(of(after, shown.get(), Status.FIRING)));
        } else if (!isUnseen(after) && (isNew || wasUnseen || again)) {
            said.add(of(after, shown.get(), Status.FIRING));
        }
        return said;
    }

    /** Nobody looks at it any more, so nobody knows. */
    List<Delivery.Said> gone(ProbeRows.Row row) {
        var probed = row.probed();
        return row
                .shown()
                .map(it -> lost(said(
                        new About(row.id(), probed.plan(), probed.service(), probed.region(), probed.address()),
                        it,
                        Status.FIRING,
                        "nobody looks at it any more",
                        now.plus(probed.every()))))
                .stream()
                .toList();
    }

    /** Nothing is reached: an incident, so that somebody looks, and no word about how bad it is. */
    List<Delivery.Said> blind(Probe of, Instant since) {
        var fires = cutOff(of, since, Status.FIRING);
        return List.of(fires, lost(fires));
    }

    List<Delivery.Said> seesAgain(Probe of, Instant since) {
        return List.of(cutOff(of, since, Status.RESOLVED));
    }

    private Delivery.Said of(Watched watched, Shown shown, Status status) {
        var probe = watched.probe();
        return said(about(probe), shown, status, watched.course().why(), now.plus(probe.believed()));
    }

    private static About about(Probe probe) {
        return new About(probe.id(), probe.plan().name(), probe.service(), probe.region(), probe.address());
    }

    private static boolean isUnseen(Watched watched) {
        return watched.course().condition() == Condition.UNKNOWN;
    }

    /** What a symptom is about. */
    private record About(String id, String plan, String service, Optional<String> region, String address) {}

    private Delivery.Said said(About about, Shown shown, Status status, String why, Instant until) {
        var name = switch (shown.kind()) {
            case SLOW -> "EndpointSlow";
            case ERRORS -> "EndpointErrors";
            default -> "EndpointDown";
        };
        var summary = status == Status.RESOLVED
                ? about.address() + " answers as it should"
                : about.address() + (why.isEmpty() ? " is slow" : ": " + why);
        return said(
                "probe %s %s".formatted(about.id(), shown.kind()),
                about,
                name,
                shown,
                new Event(status, summary, until));
    }

    private Delivery.Said cutOff(Probe of, Instant since, Status status) {
        return said(
                "probe cut off " + of.plan().name(),
                about(of),
                "ObserverMayBeCutOff",
                new Shown(SymptomKind.UNAVAILABLE, since),
                new Event(
                        status,
                        status == Status.FIRING
                                ? "no probe reaches anything any more: the observer may be cut off, or everything is down"
                                : "the probes reach something again",
                        now.plus(of.believed())));
    }

    private record Event(Status status, String summary, Instant until) {}

    private Delivery.Said said(String fingerprint, About about, String alert, Shown shown, Event event) {
        var labels = new TreeMap<>(Map.of(
                "alertname", alert,
                "plan", about.plan(),
                "service", about.service(),
                "symptom", shown.kind().name(),
                "endpoint", about.address()));
        about.region().ifPresent(it -> labels.put("region", it));
        var signal = new Signal(
                SOURCE,
                fingerprint,
                shown.since(),
                event.status(),
                event.status() == Status.RESOLVED ? Optional.of(now) : Optional.empty(),
                labels,
                new TreeMap<>(Map.of("summary", event.summary())),
                now);
        var reading = new Reading(shown.kind(), about.service(), about.region(), Optional.empty(), Optional.empty());
        return new Delivery.Said(
                signal,
                event.summary(),
                true,
                List.of(new Delivery.Placed(reading, Optional.empty())),
                false,
                Optional.of(event.until()));
    }

    private static Delivery.Said lost(Delivery.Said it) {
        return new Delivery.Said(it.signal(), it.raw(), it.hasStart(), it.readings(), true, it.believedUntil());
    }
}
