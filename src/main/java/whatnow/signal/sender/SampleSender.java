package whatnow.signal.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.Signal;
import whatnow.signal.SymptomReader;
import whatnow.signal.TestAlerts;

/** Brings samples to the doors. What is kept of them says in its name and its words that it is a test. */
@Component
class SampleSender implements TestAlerts {

    private final Formats formats;
    private final Reception reception;
    private final SymptomReader reader;

    SampleSender(Formats formats, Reception reception, SymptomReader reader) {
        this.formats = formats;
        this.reception = reception;
        this.reader = reader;
    }

    @Override
    public Sent send(String door, String by) {
        var format = formats.get(door);
        var sample = format.sample()
                .orElseThrow(() -> Refused.because(
                        HttpStatus.NOT_FOUND, "The door (%s) has no sample to send.".formatted(format.title())));
        try {
            var delivery = reception.test(sample, format, it -> marked(it, format, by));
            var complaints =
                    delivery.unreadable().stream().map(Delivery.Unreadable::why).toList();
            return new Sent(format.title(), delivery.receivedAt(), alerts(delivery), complaints);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private List<Alert> alerts(Delivery delivery) {
        return delivery.said().stream()
                .map(Delivery.Said::signal)
                .map(it -> new Alert(it, reader.read(it)))
                .toList();
    }

    /** Under a name of its own, so that nobody is thought to have spoken and no alert that goes on is touched. */
    private static Delivery marked(Delivery read, Format format, String by) {
        var source = "test of " + format.key();
        var said = new ArrayList<Delivery.Said>();
        for (var one : read.said()) {
            var signal = marked(one.signal(), source, read, by);
            said.add(new Delivery.Said(signal, one.raw(), true, List.of(), one.lost(), one.believedUntil()));
        }
        return new Delivery(source, read.firsthand(), read.receivedAt(), said, read.unreadable());
    }

    private static Signal marked(Signal it, String source, Delivery read, String by) {
        var annotations = new TreeMap<>(it.annotations());
        annotations.put("whatnow_test", "sent by %s from the page Sources".formatted(by));
        return new Signal(
                source,
                "test " + UUID.randomUUID(),
                read.receivedAt(),
                it.status(),
                it.endsAt(),
                it.labels(),
                annotations,
                read.receivedAt());
    }
}
