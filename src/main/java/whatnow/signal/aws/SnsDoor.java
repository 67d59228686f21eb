package whatnow.signal.aws;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whatnow.signal.Body;
import whatnow.signal.Receipt;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;
import whatnow.signal.sender.Reception;
import whatnow.time.Now;

/**
 * Where a topic of SNS is subscribed to. Besides the token in its address every message must be signed by SNS; a subscription
 * is confirmed by itself, at Amazon's addresses only.
 */
@RestController
@Tag(name = "Alerts")
class SnsDoor {

    private static final Logger LOG = LoggerFactory.getLogger(SnsDoor.class);

    private final Reception reception;
    private final AwsFormat format;
    private final SnsCertificates certificates;
    private final AmazonAddresses addresses;
    private final Now now;

    SnsDoor(Reception reception, AwsFormat format, SnsCertificates certificates, AmazonAddresses addresses, Now now) {
        this.reception = reception;
        this.format = format;
        this.certificates = certificates;
        this.addresses = addresses;
        this.now = now;
    }

    @PostMapping("/api/v1/ingest/sns")
    @Operation(summary = "A topic of Amazon SNS: alarms of CloudWatch, events of AWS Health and EventBridge")
    @ApiResponse(responseCode = "202", description = "On disk")
    @ApiResponse(responseCode = "200", description = "It was known, or the subscription was confirmed")
    @ApiResponse(responseCode = "403", description = "SNS did not sign it")
    ResponseEntity<?> notification(HttpServletRequest request, @RequestParam Optional<String> source) throws Exception {
        var body = StrictJson.readBatch(Body.read(request, Body.SINGLE));
        var envelope = new SnsEnvelope(body);
        var kind = envelope.kind();
        envelope.verify(certificates.key(envelope.certificate(), now.instant()));
        return switch (kind) {
            case NOTIFICATION -> answer(reception.take(body, format, source));
            case SUBSCRIBE -> confirmed(envelope);
            case UNSUBSCRIBE -> {
                LOG.warn(
                        "The topic {} is not subscribed to any more; its alarms are not heard here.", envelope.topic());
                yield ResponseEntity.ok().build();
            }
        };
    }

    private ResponseEntity<?> confirmed(SnsEnvelope envelope) {
        try {
            addresses.get(envelope.subscription());
        } catch (IOException away) {
            throw Refused.because(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The subscription could not be confirmed (%s). Ask SNS for another confirmation."
                            .formatted(away.getMessage()));
        }
        LOG.info("The topic {} is subscribed to.", envelope.topic());
        return ResponseEntity.ok().build();
    }

    private static ResponseEntity<Receipt> answer(Receipt receipt) {
        return ResponseEntity.status(receipt.isRepeat() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(receipt);
    }
}
