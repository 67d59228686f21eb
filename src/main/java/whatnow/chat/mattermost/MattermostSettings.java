package whatnow.chat.mattermost;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we and Mattermost know each other.
 *
 * @param tokens of the slash commands, one for each team and while one is changed; without any the door is closed
 */
@ConfigurationProperties("whatnow.mattermost")
record MattermostSettings(@DefaultValue List<String> tokens) {

    MattermostSettings {
        tokens = tokens.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /** Secrets never reach a log. */
    @Override
    public String toString() {
        return "MattermostSettings[%d tokens]".formatted(tokens.size());
    }
}
