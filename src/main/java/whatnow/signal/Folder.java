package whatnow.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.incident.Topology;

/**
 * Keeps deliveries and folds them in, inside the caller's transaction. Whatever they need is read once and written once
 * for all of them, and each comes out as it would have alone, one after the other.
 */
final class Folder {

    private final SignalStore store;
    private final Incidents incidents;
    private final Topology topology;
    private final SymptomReader reader;
    private final SourceSettings settings;

    Folder(SignalStore store, Incidents incidents, Topology topology, SymptomReader reader, SourceSettings settings) {
        this.store = store;
        this.incidents = incidents;
        this.topology = topology;
        this.reader = reader;
        this.settings = settings;
    }

    /** What becomes of each, in their order. */
    List<Receipt> fold(List<Delivery> deliveries) {
        store.lock();
        return foldLocked(deliveries);
    }

    /** For whoever holds the store's lock already. */
    List<Receipt> foldLocked(List<Delivery> deliveries) {
        var trusted = trusted(deliveries);
        var folded = hasWords(deliveries) ? folded(deliveries, trusted) : deliveries;
        return receipts(folded);
    }

    /** Whether the <em>resolved</em> of each may be believed, given all that its sender said before. */
    private List<Boolean> trusted(List<Delivery> deliveries) {
        var spoken =
                deliveries.stream().filter(it -> !it.bringsItsOwnTimeToLive()).toList();
        var senders = new LinkedHashMap<String, Sender>();
        if (!spoken.isEmpty()) {
            var names = spoken.stream().map(Delivery::source).collect(Collectors.toSet());
            store.senders().named(names).forEach(it -> senders.put(it.name(), it));
        }
        var trusted = deliveries.stream()
                .map(it -> it.bringsItsOwnTimeToLive() || isTrusted(it, senders))
                .toList();
        store.senders().save(senders.values());
        return trusted;
    }

    private boolean isTrusted(Delivery delivery, Map<String, Sender> senders) {
        var at = delivery.receivedAt();
        var known = senders.getOrDefault(delivery.source(), Sender.first(delivery.source(), delivery.firsthand(), at));
        var heard = known.hears(delivery);
        senders.put(heard.name(), heard);
        var before = settings.told(known);
        var after = settings.told(heard);
        return after.lastWatchdog().isPresent() ? after.isTrusted(at) : before.isTrusted(at);
    }

    private static boolean hasWords(List<Delivery> deliveries) {
        return said(deliveries).anyMatch(it -> !it.signal().isWatchdog());
    }

    private List<Delivery> folded(List<Delivery> deliveries, List<Boolean> trusted) {
        var alerts = of(deliveries, _ -> true, Signal::alertWithStart);
        var heard = store.alerts().of(alerts, mayEndEarlierOnes(deliveries));
        var board = new Board(incidents, store.folds(), spokenOf(deliveries, heard));
        var occurrences = new Occurrences(heard, store.signals().ended(alerts));
        var folding = new Folding(board, occurrences, new Placing(board, incidents, topology), reader, topology);
        var folded = new ArrayList<Delivery>();
        for (int position = 0; position < deliveries.size(); position++) {
            folded.add(folding.take(deliveries.get(position), trusted.get(position)));
        }
        store.alerts().save(folding.heard());
        board.write();
        return folded;
    }

    /** Fingerprints of what ended or names no start: for them it matters what else is running. */
    private static Set<String> mayEndEarlierOnes(List<Delivery> deliveries) {
        return of(deliveries, it -> !it.hasStart() || !it.signal().isFiring(), Signal::fingerprint);
    }

    private static Set<IncidentId> spokenOf(List<Delivery> deliveries, Collection<Heard> heard) {
        var incidents = new LinkedHashSet<IncidentId>();
        heard.forEach(it -> incidents.add(it.incident()));
        said(deliveries)
                .flatMap(it -> it.readings().stream())
                .flatMap(it -> it.incident().stream())
                .forEach(incidents::add);
        return incidents;
    }

    private static <T> Set<T> of(List<Delivery> deliveries, Predicate<Delivery.Said> which, Function<Signal, T> what) {
        return said(deliveries)
                .filter(it -> !it.signal().isWatchdog())
                .filter(which)
                .map(it -> what.apply(it.signal()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Delivery.Said> said(List<Delivery> deliveries) {
        return deliveries.stream().flatMap(it -> it.said().stream());
    }

    /** What was sent twice is new to whoever came first. */
    private List<Receipt> receipts(List<Delivery> deliveries) {
        var kept = store.signals().keep(said(deliveries).toList());
        var added = new HashSet<>(kept.added());
        var complaints = new HashSet<>(store.signals().keepUnreadable(deliveries));
        return deliveries.stream()
                .map(it -> receipt(it, kept.ids(), added, complaints))
                .toList();
    }

    private static Receipt receipt(
            Delivery delivery, Map<String, UUID> known, Set<String> added, Set<String> newComplaints) {
        var ids = new ArrayList<UUID>();
        var accepted = 0;
        for (var said : delivery.said()) {
            var key = said.signal().eventKey();
            ids.add(Objects.requireNonNull(known.get(key)));
            accepted += added.remove(key) ? 1 : 0;
        }
        var isComplaintNew = false;
        for (var unreadable : delivery.unreadable()) {
            isComplaintNew |= newComplaints.remove(KeptSignals.digest(delivery.source(), unreadable));
        }
        return new Receipt(
                accepted,
                ids.size() - accepted,
                Receipt.complaints(delivery),
                ids,
                Recorded.DATABASE,
                accepted == 0 && !isComplaintNew);
    }
}
