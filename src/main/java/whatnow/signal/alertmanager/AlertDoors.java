package whatnow.signal.alertmanager;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Body;
import whatnow.signal.Delivery;
import whatnow.signal.Lane;
import whatnow.signal.Receipt;
import whatnow.signal.Refused;
import whatnow.signal.Signals;
import whatnow.signal.StrictJson;
import whatnow.signal.sender.SenderName;
import whatnow.time.Now;

/** Where alerts come in. The answer is given once they are on disk; Alertmanager tries again only after a 5xx. */
@RestController
@Tag(name = "Alerts")
class AlertDoors {

    private final Signals signals;
    private final Lane lane;
    private final Now now;

    AlertDoors(Signals signals, @Qualifier("alertLane") Lane lane, Now now) {
        this.signals = signals;
        this.lane = lane;
        this.now = now;
    }

    @PostMapping("/api/v1/ingest/alertmanager")
    @Operation(
            summary = "Alertmanager's webhook, version 4; Grafana's has the same shape",
            requestBody =
                    @RequestBody(
                            description = "At most 4 MiB and 4,000 alerts; gzip is understood",
                            content = @Content(schema = @Schema(implementation = WebhookShape.class))))
    @ApiResponse(responseCode = "202", description = "On disk")
    @ApiResponse(responseCode = "200", description = "All of it was known; its time to live was refreshed")
    @ApiResponse(responseCode = "503", description = "Too much at once; come back after Retry-After")
    ResponseEntity<Receipt> webhook(HttpServletRequest request, @RequestParam Optional<String> source)
            throws Exception {
        return lane.run(Body.announced(request, Body.BATCH), Body.BATCH, () -> {
            var body = body(request);
            if (!body.isObject()) {
                throw Refused.field("body", kind(body), "an object with alerts");
            }
            var alerts = alerts(body.path("alerts"));
            var reader = new AlertReader(
                    SenderName.of(source, "alertmanager", body.path("externalURL")), false, now.instant());
            var delivery = reader.read(alerts);
            var leftOut = body.path("truncatedAlerts").asInt(0);
            return answer(leftOut == 0 ? delivery : leftOut(reader, leftOut, body));
        });
    }

    private static Delivery leftOut(AlertReader reader, int leftOut, JsonNode body) {
        return reader.andLeftOut(
                "Alertmanager left out %d alerts of this group; raise max_alerts of its receiver.".formatted(leftOut),
                body.path("groupKey").asString(""));
    }

    @PostMapping("/api/v2/alerts")
    @Operation(
            summary = "What Prometheus sends to an Alertmanager",
            requestBody =
                    @RequestBody(
                            description = "An array of at most 4,000 alerts, 4 MiB; gzip is understood",
                            content = @Content(schema = @Schema(implementation = AlertShape[].class))))
    @ApiResponse(responseCode = "202", description = "On disk")
    @ApiResponse(responseCode = "200", description = "All of it was known; its time to live was refreshed")
    @ApiResponse(responseCode = "503", description = "Too much at once; come back after Retry-After")
    ResponseEntity<Receipt> alerts(HttpServletRequest request, @RequestParam Optional<String> source) throws Exception {
        return lane.run(Body.announced(request, Body.BATCH), Body.BATCH, () -> {
            var alerts = alerts(body(request));
            var name = SenderName.of(source, "prometheus", alerts.path(0).path("generatorURL"));
            return answer(new AlertReader(name, true, now.instant()).read(alerts));
        });
    }

    private static JsonNode body(HttpServletRequest request) throws Exception {
        return StrictJson.readBatch(Body.read(request, Body.BATCH));
    }

    private static JsonNode alerts(JsonNode alerts) {
        if (!alerts.isArray()) {
            throw Refused.field("alerts", kind(alerts), "an array of alerts");
        }
        if (alerts.size() > AlertReader.MOST_ALERTS) {
            throw Refused.field(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "alerts",
                    alerts.size() + " alerts",
                    "at most %d; send smaller batches".formatted(AlertReader.MOST_ALERTS));
        }
        return alerts;
    }

    private ResponseEntity<Receipt> answer(Delivery delivery) {
        var receipt = signals.take(delivery);
        return ResponseEntity.status(receipt.isRepeat() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(receipt);
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
