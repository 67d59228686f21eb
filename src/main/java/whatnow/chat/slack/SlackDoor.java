package whatnow.chat.slack;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import whatnow.chat.door.Address;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.chat.door.FormBody;
import whatnow.chat.door.RawBody;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;
import whatnow.time.Now;

/** Where Slack brings commands and presses by HTTP. Nothing is read before its signature fits. */
@Hidden
@RestController
class SlackDoor {

    private static final String RETRY = "X-Slack-Retry-Num";

    private final SlackSettings settings;
    private final SlackIntake intake;
    private final Address address;
    private final Now now;

    SlackDoor(SlackSettings settings, SlackIntake intake, Address address, Now now) {
        this.settings = settings;
        this.intake = intake;
        this.address = address;
        this.now = now;
    }

    @PostMapping("/chat/slack/command")
    ResponseEntity<String> command(HttpServletRequest request) {
        var raw = RawBody.of(request);
        var delivery = verified(request, raw);
        var form = form(request, raw);
        if (form.find("ssl_check").isPresent()) {
            return json("");
        }
        return json(intake.command(SlackCommand.read(form), delivery, Optional.of(address.of(request))));
    }

    @PostMapping("/chat/slack/action")
    ResponseEntity<String> action(HttpServletRequest request) {
        var raw = RawBody.of(request);
        var delivery = verified(request, raw);
        var payload = form(request, raw).need("payload");
        var pressed = SlackPress.read(StrictJson.readBatch(payload.getBytes(StandardCharsets.UTF_8)));
        return json(intake.press(pressed, delivery, Optional.of(address.of(request))));
    }

    private Delivery verified(HttpServletRequest request, byte[] raw) {
        if (settings.secrets().isEmpty()) {
            throw Refused.because(
                    HttpStatus.NOT_FOUND,
                    "Slack is not set up here. Set whatnow.slack.signing-secret to that of your Slack app.");
        }
        var signature = SlackSignature.verified(
                settings.secrets(),
                header(request, SlackSignature.TIMESTAMP),
                header(request, SlackSignature.SIGNATURE),
                raw,
                now.instant());
        var event = request.getRequestURI() + "\n" + new String(raw, StandardCharsets.ISO_8859_1);
        return Delivery.of(signature, event, header(request, RETRY).isPresent());
    }

    private static FormBody form(HttpServletRequest request, byte[] raw) {
        return FormBody.read(Optional.ofNullable(request.getContentType()), raw);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    private static ResponseEntity<String> json(String body) {
        var type = body.isEmpty() ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON;
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refused refused) {
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(refused.why());
    }
}
