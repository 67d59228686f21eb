package whatnow.chat.door;

import java.util.Optional;
import java.util.regex.Pattern;

/** A channel that is named after an incident is about it: {@code inc-2026-0042-db-primary}. */
public final class ChannelName {

    private static final Pattern INCIDENT = Pattern.compile("inc-(\\d{4})-(\\d{4,9})(?:-.*)?");

    public static Optional<String> incident(String channel) {
        var matcher = INCIDENT.matcher(channel);
        return matcher.matches()
                ? Optional.of("INC-%s-%s".formatted(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    private ChannelName() {}
}
