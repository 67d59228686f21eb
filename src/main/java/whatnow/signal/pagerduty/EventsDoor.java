package whatnow.signal.pagerduty;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import whatnow.security.Credential;
import whatnow.security.Door;
import whatnow.security.Role;
import whatnow.signal.Refused;
import whatnow.signal.sender.Fields;
import whatnow.signal.sender.Reception;

/**
 * PagerDuty's Events API where PagerDuty has it, so that a monitor changes nothing but the address. Its routing key is a token
 * of ours, and its answer is the one that clients of that API read.
 */
@RestController
@Tag(name = "Alerts")
class EventsDoor {

    private final Reception reception;
    private final EventsFormat format;
    private final Door door;

    EventsDoor(Reception reception, EventsFormat format, Door door) {
        this.reception = reception;
        this.format = format;
        this.door = door;
    }

    /** What a client of the Events API reads. */
    record Answer(String status, String message, String dedup_key) {}

    @PostMapping("/v2/enqueue")
    @Operation(summary = "PagerDuty's Events API v2; routing_key is a token for machines")
    ResponseEntity<Answer> enqueue(HttpServletRequest request) throws Exception {
        var taken = reception.take(request, format, Optional.empty(), body -> admit(request, body));
        if (!taken.receipt().unreadable().isEmpty()) {
            throw Refused.because(
                    HttpStatus.BAD_REQUEST,
                    taken.receipt().unreadable().getFirst().why() + " It is kept and shown on the Sources page.");
        }
        return ResponseEntity.accepted().body(new Answer("success", "Event processed", taken.fingerprint()));
    }

    /** What is kept and shown of the event must not hold the key. */
    private void admit(HttpServletRequest request, JsonNode event) {
        var key = Fields.text(event, "/routing_key");
        if (event instanceof ObjectNode fields) {
            fields.remove("routing_key");
        }
        switch (door.knock(key, request.getRemoteAddr())) {
            case Door.Known known -> {
                Credential.remember(known.token(), request);
                refuseUnlessMayReport(known.token().role());
            }
            case Door.Unknown _ ->
                throw Refused.field(
                        HttpStatus.UNAUTHORIZED,
                        "routing_key",
                        "one that nobody knows",
                        "a token for machines (role intake)");
            case Door.TooMany tooMany ->
                throw Refused.because(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many wrong keys came from there. Wait %d s."
                                .formatted(tooMany.pause().toSeconds()));
        }
    }

    /** As at the other doors for alerts. */
    private static void refuseUnlessMayReport(Role role) {
        if (!role.covers(Role.INTAKE) && !role.covers(Role.RESPONDER)) {
            throw Refused.because(
                    HttpStatus.FORBIDDEN, "The routing key is a token that may not report. Make one for machines.");
        }
    }
}
