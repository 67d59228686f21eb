package whatnow.signal.sender;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Body;
import whatnow.signal.Delivery;
import whatnow.signal.Lane;
import whatnow.signal.Origin;
import whatnow.signal.Receipt;
import whatnow.signal.Refused;
import whatnow.signal.Signals;
import whatnow.time.Now;

/** Takes what a sender brings: in its turn, at most so many bytes, read by its format, on disk before anybody says so. */
@Component
public class Reception {

    /** How many alerts one request may bring. */
    private static final int MOST_ALERTS = 4_000;

    private final Signals signals;
    private final Lane lane;
    private final SenderSecrets secrets;
    private final OnlyOnce once;
    private final DoorTraffic traffic;
    private final Now now;

    Reception(
            Signals signals,
            @Qualifier("senderLane") Lane lane,
            SenderSecrets secrets,
            OnlyOnce once,
            DoorTraffic traffic,
            Now now) {
        this.signals = signals;
        this.lane = lane;
        this.secrets = secrets;
        this.once = once;
        this.traffic = traffic;
        this.now = now;
    }

    /** @param fingerprint of the first alert; empty text if none could be read */
    public record Taken(Receipt receipt, String fingerprint) {}

    /**
     * @param first looks at the body before it is read, and may refuse it
     * @throws Refused with what was expected
     */
    public Taken take(HttpServletRequest request, Format format, Optional<String> source, Consumer<JsonNode> first)
            throws Exception {
        var most = format.isBatch() ? Body.BATCH : Body.SINGLE;
        return lane.run(Body.announced(request, most), most, () -> {
            var bytes = Body.read(request, most);
            var known = secrets.of(format);
            var proof = known.isEmpty()
                    ? Optional.<String>empty()
                    : format.signed().verify(request, bytes, known, now.instant());
            var body = format.parsed(bytes);
            first.accept(body);
            var whole = format.whole(body, it -> Optional.ofNullable(request.getHeader(it)));
            return taken(format, new Message(whole, source, now.instant()), proof);
        });
    }

    /** A body that was read before, because it had to show who sent it. */
    public Receipt take(JsonNode body, Format format, Optional<String> source) throws Exception {
        return lane.run(() -> taken(format, new Message(body, source, now.instant()), Optional.empty())
                .receipt());
    }

    /** Goes the same way as what a sender brings, up to where it is kept. */
    Delivery test(byte[] body, Format format, UnaryOperator<Delivery> marked) throws Exception {
        return lane.run(() -> {
            var message = new Message(format.parsed(body), Optional.empty(), now.instant());
            var delivery = marked.apply(Formats.read(format, message));
            signals.keepTest(delivery);
            return delivery;
        });
    }

    private Taken taken(Format format, Message message, Optional<String> proof) throws Exception {
        var delivery = Formats.read(format, message);
        var alerts = delivery.said().size() + delivery.unreadable().size();
        if (alerts > MOST_ALERTS) {
            throw Refused.field(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "alerts",
                    alerts + " alerts",
                    "at most %d; send smaller batches".formatted(MOST_ALERTS));
        }
        var fingerprint = delivery.said().stream()
                .map(it -> it.signal().fingerprint())
                .findFirst()
                .orElse("");
        var origin = new Origin(
                format.key(),
                message.source(),
                message.receivedAt(),
                message.body().toString());
        var receipt = once.take(proof, delivery, () -> signals.take(delivery, origin));
        traffic.heard(format.key(), delivery);
        return new Taken(receipt, fingerprint);
    }
}
