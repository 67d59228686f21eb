package whatnow.signal.alertmanager;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whatnow.signal.Body;
import whatnow.signal.Lane;
import whatnow.signal.Origin;
import whatnow.signal.Receipt;
import whatnow.signal.Signals;
import whatnow.signal.StrictJson;
import whatnow.signal.sender.DoorTraffic;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;
import whatnow.time.Now;

/** Where alerts come in. The answer is given once they are on disk; Alertmanager tries again only after a 5xx. */
@RestController
@Tag(name = "Alerts")
class AlertDoors {

    private final Signals signals;
    private final Lane lane;
    private final DoorTraffic traffic;
    private final Now now;

    AlertDoors(Signals signals, @Qualifier("alertLane") Lane lane, DoorTraffic traffic, Now now) {
        this.signals = signals;
        this.lane = lane;
        this.traffic = traffic;
        this.now = now;
    }

    @PostMapping("/api/v1/ingest/alertmanager")
    @Operation(
            summary = "Alertmanager's webhook, version 4",
            requestBody =
                    @RequestBody(
                            description = "At most 4 MiB and 4,000 alerts; gzip is understood",
                            content = @Content(schema = @Schema(implementation = WebhookShape.class))))
    @ApiResponse(responseCode = "202", description = "On disk")
    @ApiResponse(responseCode = "200", description = "All of it was known; its time to live was refreshed")
    @ApiResponse(responseCode = "503", description = "Too much at once; come back after Retry-After")
    ResponseEntity<Receipt> webhook(HttpServletRequest request, @RequestParam Optional<String> source)
            throws Exception {
        return take(request, new AlertmanagerFormat(), source);
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
        return take(request, new PrometheusFormat(), source);
    }

    ResponseEntity<Receipt> take(HttpServletRequest request, Format format, Optional<String> source) throws Exception {
        return lane.run(Body.announced(request, Body.BATCH), Body.BATCH, () -> {
            var bytes = Body.read(request, Body.BATCH);
            var message = new Message(StrictJson.readBatch(bytes), source, now.instant());
            var origin =
                    new Origin(format.key(), source, message.receivedAt(), new String(bytes, StandardCharsets.UTF_8));
            var delivery = format.read(message);
            var receipt = signals.take(delivery, origin);
            traffic.heard(format.key(), delivery);
            return ResponseEntity.status(receipt.isRepeat() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                    .body(receipt);
        });
    }
}
