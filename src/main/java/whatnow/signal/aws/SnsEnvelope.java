package whatnow.signal.aws;

import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Refused;

/**
 * What SNS sends, and whether SNS signed it. Source: Amazon SNS Developer Guide, "Verifying the signatures of Amazon SNS
 * messages".
 */
record SnsEnvelope(JsonNode body) {

    private static final Pattern AMAZON = Pattern.compile("sns\\.[a-z0-9-]{1,40}\\.amazonaws\\.com(\\.cn)?");
    private static final List<String> NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    enum Kind {
        NOTIFICATION,
        SUBSCRIBE,
        UNSUBSCRIBE
    }

    Kind kind() {
        return switch (needed(body, "/Type")) {
            case "Notification" -> Kind.NOTIFICATION;
            case "SubscriptionConfirmation" -> Kind.SUBSCRIBE;
            case "UnsubscribeConfirmation" -> Kind.UNSUBSCRIBE;
            default ->
                throw Refused.field(
                        "Type",
                        text(body, "/Type"),
                        "Notification, SubscriptionConfirmation or UnsubscribeConfirmation");
        };
    }

    String topic() {
        return needed(body, "/TopicArn");
    }

    URI certificate() {
        var address = amazon(needed(body, "/SigningCertURL", "/SigningCertUrl"), "SigningCertURL");
        if (!address.getPath().endsWith(".pem")) {
            throw Refused.field("SigningCertURL", address.toString(), "the address of a certificate (.pem)");
        }
        return address;
    }

    URI subscription() {
        return amazon(needed(body, "/SubscribeURL"), "SubscribeURL");
    }

    /** Whoever may choose where we look could choose anything inside the network. */
    private static URI amazon(String said, String field) {
        try {
            var address = URI.create(said);
            if ("https".equals(address.getScheme())
                    && address.getPort() == -1
                    && address.getRawUserInfo() == null
                    && address.getHost() != null
                    && AMAZON.matcher(address.getHost()).matches()) {
                return address;
            }
        } catch (IllegalArgumentException broken) {
            // refused below like every other address
        }
        throw Refused.field(HttpStatus.FORBIDDEN, field, said, "an https address of sns.REGION.amazonaws.com");
    }

    /** @throws Refused if SNS did not sign it with this key */
    void verify(PublicKey key) {
        try {
            var signature = Signature.getInstance(algorithm());
            signature.initVerify(key);
            signature.update(signed().getBytes(StandardCharsets.UTF_8));
            if (signature.verify(Base64.getDecoder().decode(needed(body, "/Signature")))) {
                return;
            }
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            // not a signature; refused below
        }
        throw Refused.because(
                HttpStatus.FORBIDDEN, "The signature is not one that SNS made for this message. Nothing was kept.");
    }

    private String algorithm() {
        return switch (needed(body, "/SignatureVersion")) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> throw Refused.field("SignatureVersion", text(body, "/SignatureVersion"), "1 or 2");
        };
    }

    private String signed() {
        var names = kind() == Kind.NOTIFICATION ? NOTIFICATION : CONFIRMATION;
        return names.stream()
                .filter(it -> body.path(it).isString())
                .map(it -> it + "\n" + body.path(it).stringValue() + "\n")
                .collect(Collectors.joining());
    }
}
