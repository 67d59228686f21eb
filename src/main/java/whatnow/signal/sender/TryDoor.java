package whatnow.signal.sender;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Body;
import whatnow.signal.Delivery;
import whatnow.signal.Reading;
import whatnow.signal.Receipt;
import whatnow.signal.StrictJson;
import whatnow.signal.SymptomReader;
import whatnow.time.Now;

/** Says how a body would be read. Nothing of it is kept. */
@RestController
@Tag(name = "Alerts")
class TryDoor {

    private final Formats formats;
    private final MoreFormats more;
    private final SymptomReader reader;
    private final Now now;

    TryDoor(Formats formats, MoreFormats more, SymptomReader reader, Now now) {
        this.formats = formats;
        this.more = more;
        this.reader = reader;
        this.now = now;
    }

    /**
     * @param sender whose format it was read by
     * @param source what the sender would be called
     */
    record Verdict(String sender, String source, List<Alert> alerts, List<Receipt.Complaint> unreadable) {}

    /**
     * @param lost the sender says that it does not know
     * @param readings what it means, by the rules
     */
    record Alert(
            String name,
            String status,
            boolean lost,
            String fingerprint,
            SortedMap<String, String> labels,
            SortedMap<String, String> annotations,
            List<Reading> readings) {}

    @PostMapping("/api/v1/intake/try")
    @Operation(summary = "How a body would be read; nothing is kept. Without a known sender by the generic door")
    Verdict attempt(HttpServletRequest request, @RequestParam Optional<String> sender) throws Exception {
        var format = sender.flatMap(formats::called).orElseGet(() -> formats.get("generic"));
        return verdict(format, format.parsed(Body.read(request, Body.BATCH)));
    }

    @PostMapping("/api/v1/intake/try/mapping")
    @Operation(summary = "How a mapping would read a sample; {name, mapping, sample}. Nothing is kept")
    Verdict attempt(HttpServletRequest request) throws Exception {
        var body = StrictJson.readBatch(Body.read(request, Body.BATCH));
        var format =
                more.tried(Fields.needed(body, "/name"), body.path("mapping").asString(""));
        return verdict(format, body.path("sample"));
    }

    private Verdict verdict(Format format, JsonNode body) {
        var delivery = format.read(new Message(body, Optional.empty(), now.instant()));
        return new Verdict(
                format.key(),
                delivery.source(),
                delivery.said().stream().map(this::alert).toList(),
                delivery.unreadable().stream()
                        .map(it -> new Receipt.Complaint(it.position(), it.why()))
                        .toList());
    }

    private Alert alert(Delivery.Said said) {
        var signal = said.signal();
        return new Alert(
                signal.alert(),
                signal.status().name().toLowerCase(java.util.Locale.ROOT),
                said.lost(),
                signal.fingerprint(),
                signal.labels(),
                signal.annotations(),
                signal.isWatchdog() ? List.of() : reader.read(signal));
    }
}
