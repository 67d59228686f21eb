package whatnow.signal.opsgenie;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;
import whatnow.signal.Refused;
import whatnow.signal.sender.Fields;
import whatnow.signal.sender.Reception;
import whatnow.signal.sender.Reception.Taken;

/**
 * Opsgenie's alert API where Opsgenie has it, so that a monitor changes nothing but the address. Its key, {@code Authorization:
 * GenieKey}, is a token of ours, and its answer is the one that clients of that API read.
 */
@RestController
@Tag(name = "Alerts")
class OpsgenieDoors {

    private final Reception reception;
    private final OpsgenieAlerts format;

    OpsgenieDoors(Reception reception, OpsgenieAlerts format) {
        this.reception = reception;
        this.format = format;
    }

    /** What a client of the alert API reads. */
    record Answer(String result, double took, String requestId) {}

    @PostMapping("/v2/alerts")
    @Operation(summary = "Opsgenie's alert API: create an alert")
    ResponseEntity<Answer> create(HttpServletRequest request) throws Exception {
        return answer(reception.take(request, format, Optional.empty(), _ -> {}));
    }

    @PostMapping("/v2/alerts/{alias}/close")
    @Operation(summary = "Opsgenie's alert API: close an alert by its alias")
    ResponseEntity<Answer> close(HttpServletRequest request, @PathVariable String alias) throws Exception {
        return answer(reception.take(request, format, Optional.empty(), body -> {
            if (!(body instanceof ObjectNode alert)) {
                throw Refused.field("body", Fields.names(body), "an object, which may be empty: {}");
            }
            alert.put("alias", alias).put(OpsgenieAlerts.CLOSED, true);
            if (!alert.path("message").isString()) {
                alert.put("message", alias);
            }
        }));
    }

    private static ResponseEntity<Answer> answer(Taken taken) {
        if (!taken.receipt().unreadable().isEmpty()) {
            throw Refused.because(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    taken.receipt().unreadable().getFirst().why() + " It is kept and shown on the Sources page.");
        }
        var id = taken.receipt().ids().getFirst().toString();
        return ResponseEntity.accepted().body(new Answer("Request will be processed", 0, id));
    }
}
