package whatnow.message;

/**
 * Where a message goes.
 *
 * @param kind of channel: {@code slack}, {@code mattermost}
 * @param channel as the peer calls it, best by its id
 * @param of whose channel it is, in words for people: {@code freight}
 */
public record Destination(String kind, String channel, String of) {

    /** Two plans may name the same channel: it is one place all the same. */
    boolean isAt(Destination other) {
        return kind.equals(other.kind) && channel.equals(other.channel);
    }
}
