package whatnow.signal.sender;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Secrets that senders sign with, besides the token. Where one is set, what is not signed is refused.
 *
 * @param secrets by the sender's key; the first is the new one while it is changed, {@code pagerduty -> [new, old]}
 */
@ConfigurationProperties("whatnow.intake")
record SenderSecrets(@DefaultValue Map<String, List<String>> secrets) {

    static final SenderSecrets NONE = new SenderSecrets(Map.of());

    List<String> of(Format format) {
        return secrets.getOrDefault(format.key(), List.of());
    }
}
