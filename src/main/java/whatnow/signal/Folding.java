package whatnow.signal;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import whatnow.incident.IncidentId;
import whatnow.incident.State;
import whatnow.incident.Topology;

/** Deliveries being folded into symptoms, one after the other, with nothing read or written in between. */
final class Folding {

    private final Board board;
    private final Occurrences occurrences;
    private final Placing placing;
    private final SymptomReader reader;
    private final Topology topology;

    Folding(Board board, Occurrences occurrences, Placing placing, SymptomReader reader, Topology topology) {
        this.board = board;
        this.occurrences = occurrences;
        this.placing = placing;
        this.reader = reader;
        this.topology = topology;
    }

    /** One thing that was said, with who said it when, and whether its <em>resolved</em> may be believed. */
    private record Word(Delivery.Said said, String source, Instant at, boolean trusted) {

        Signal signal() {
            return said.signal();
        }

        Heard.Alert alert() {
            return signal().alertWithStart();
        }

        boolean isFiring() {
            return signal().isFiring();
        }
    }

    /** The same delivery, with the start of every alert that named none. */
    Delivery take(Delivery told, boolean trusted) {
        var delivery = withStarts(told);
        board.hears(delivery.source(), delivery.receivedAt());
        delivery.said().stream()
                .filter(it -> !it.signal().isWatchdog())
                .sorted(Comparator.comparing((Delivery.Said it) -> !it.signal().isFiring())
                        .thenComparing(it -> it.signal().startsAt())
                        .thenComparing(it -> it.signal().fingerprint()))
                .forEach(it -> take(new Word(it, delivery.source(), delivery.receivedAt(), trusted)));
        delivery.said().stream()
                .map(Delivery.Said::signal)
                .filter(it -> !it.isFiring())
                .forEach(it -> occurrences.end(it.alertWithStart()));
        board.countsAndTells();
        return delivery;
    }

    /** An alert that names no start goes on if it is running, else it starts now. */
    private Delivery withStarts(Delivery delivery) {
        return delivery.saying(delivery.said().stream()
                .map(it -> it.hasStart()
                        ? it
                        : runningSince(it).map(it::startingAt).orElse(it))
                .toList());
    }

    /** What a person resolved runs no more: told again it begins anew. Only its end may still come. */
    private Optional<Instant> runningSince(Delivery.Said said) {
        var fingerprint = said.signal().fingerprint();
        var named =
                said.readings().stream().flatMap(it -> it.incident().stream()).collect(Collectors.toSet());
        var running = occurrences.runningSince(
                fingerprint, it -> board.isOpen(it.incident()) || named.contains(it.incident()));
        return said.signal().isFiring() ? running : running.or(() -> occurrences.runningSince(fingerprint, _ -> true));
    }

    private void take(Word word) {
        if (!word.isFiring() && word.trusted()) {
            occurrences.runningBefore(word.alert()).forEach(it -> takeBack(word, it));
        }
        var alert = word.alert();
        var known = occurrences.of(alert);
        if (known.isEmpty() && (word.said().lost() || !word.isFiring())) {
            return;
        }
        occurrences.tell(alert, known.isEmpty() ? begin(word) : goOn(word, known));
    }

    /** Its resolve never came, but a sender that tells the end of a later start has no earlier one any more. */
    private void takeBack(Word word, Heard.Alert older) {
        var heard = occurrences.of(older).stream()
                .map(it -> {
                    var next = it.takenBack(word.at(), word.source());
                    if (next.state() != it.state()) {
                        show(it, next, Optional.empty());
                    }
                    return next;
                })
                .toList();
        occurrences.tell(older, heard);
    }

    private List<Heard> goOn(Word word, List<Heard> known) {
        var values = word.isFiring() ? values(word) : Map.<String, Double>of();
        return known.stream()
                .map(it -> {
                    var next = next(word, it);
                    show(it, next, Optional.ofNullable(values.get(it.symptom())));
                    return next;
                })
                .toList();
    }

    private void show(Heard before, Heard next, Optional<Double> value) {
        board.reading(before.incident(), before.symptom())
                .map(it -> new Reading(it.kind(), it.service(), it.region(), it.zone(), value))
                .ifPresent(it -> board.take(next, Optional.of(before.state()), it));
    }

    private static Heard next(Word word, Heard known) {
        if (word.said().lost()) {
            return known.isLost(word.at(), word.source());
        }
        return word.isFiring()
                ? known.fires(word.at(), word.said().believedUntil(), word.source())
                : known.ends(word.at(), word.trusted(), word.source());
    }

    private Map<String, Double> values(Word word) {
        return placed(word).stream()
                .filter(it -> it.reading().value().isPresent())
                .collect(Collectors.toMap(
                        it -> located(word, it.reading()).key(),
                        it -> it.reading().value().orElseThrow(),
                        (one, _) -> one));
    }

    private List<Heard> begin(Word word) {
        var begun = new LinkedHashMap<String, Heard>();
        placed(word).forEach(it -> {
            var located = located(word, it.reading());
            if (!begun.containsKey(located.key())) {
                begun.put(located.key(), begin(word, located, it.incident()));
            }
        });
        return List.copyOf(begun.values());
    }

    private Heard begin(Word word, Located located, Optional<IncidentId> named) {
        var incident = named.map(board::living).orElseGet(() -> placing.place(located, word.at()));
        var first = new Heard(
                word.alert(),
                incident,
                located.key(),
                State.UNKNOWN,
                word.at(),
                word.said().believedUntil(),
                new TreeSet<>(Set.of(word.source())),
                word.signal().alert());
        var fires = first.fires(word.at(), word.said().believedUntil(), word.source());
        board.take(fires, Optional.empty(), located.reading());
        if (!occurrences.hasEnded(word.alert())) {
            return fires;
        }
        var over = fires.ends(word.at(), true, word.source());
        board.take(over, Optional.of(fires.state()), located.reading());
        return over;
    }

    private List<Delivery.Placed> placed(Word word) {
        return word.said().readings().isEmpty()
                ? reader.read(word.signal()).stream()
                        .map(it -> new Delivery.Placed(it, Optional.empty()))
                        .toList()
                : word.said().readings();
    }

    private Located located(Word word, Reading reading) {
        var home = topology.home(word.signal().labels(), word.source(), reading.service());
        return new Located(
                home, new Reading(reading.kind(), home.service(), reading.region(), reading.zone(), reading.value()));
    }

    /** What is to be remembered of the alerts that were told of. */
    List<Heard> heard() {
        return occurrences.told().stream()
                .map(it -> it.of(board.survivor(it.incident())))
                .toList();
    }
}
