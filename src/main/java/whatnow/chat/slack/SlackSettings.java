package whatnow.chat.slack;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we and Slack know each other.
 *
 * @param signingSecret of the app; without one the door is closed
 * @param signingSecretPrevious still good while the secret is changed
 * @param botToken to post details into threads; without one only whoever asked sees them
 * @param appToken opens a socket, for places that Slack cannot reach
 * @param api of Slack
 * @param hooks where addresses for late answers begin; what begins elsewhere gets nothing
 */
@ConfigurationProperties("whatnow.slack")
record SlackSettings(
        @DefaultValue("") String signingSecret,
        @DefaultValue("") String signingSecretPrevious,
        @DefaultValue("") String botToken,
        @DefaultValue("") String appToken,
        @DefaultValue("https://slack.com/api") String api,
        @DefaultValue("https://hooks.slack.com") String hooks) {

    List<String> secrets() {
        return Stream.of(signingSecret, signingSecretPrevious)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    boolean hasBot() {
        return !botToken.isBlank();
    }

    boolean hasSocket() {
        return !appToken.isBlank();
    }

    /** Secrets never reach a log. */
    @Override
    public String toString() {
        return "SlackSettings[api=%s, hooks=%s]".formatted(api, hooks);
    }
}
