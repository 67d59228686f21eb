package whatnow.message.slack;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slack is reached.
 *
 * @param botToken begins with {@code xoxb-}; empty: nothing is sent to Slack
 * @param api address of the web API
 */
@ConfigurationProperties("whatnow.slack")
record SlackSettings(
        @DefaultValue("") String botToken,
        @DefaultValue("https://slack.com/api") String api) {

    /** Secrets never reach a log. */
    @Override
    public String toString() {
        return "SlackSettings[api=%s]".formatted(api);
    }
}
