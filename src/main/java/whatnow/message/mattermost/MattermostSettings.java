package whatnow.message.mattermost;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Mattermost is reached.
 *
 * @param url of the server, {@code https://chat.example.com}; empty: nothing is sent to Mattermost
 * @param botToken access token of a bot account that is a member of the channels
 */
@ConfigurationProperties("whatnow.mattermost")
record MattermostSettings(
        @DefaultValue("") String url, @DefaultValue("") String botToken) {

    /** Secrets never reach a log. */
    @Override
    public String toString() {
        return "MattermostSettings[url=%s]".formatted(url);
    }
}
