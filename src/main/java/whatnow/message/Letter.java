package whatnow.message;

import java.util.Optional;

/**
 * What a channel is asked to deliver.
 *
 * @param key by which the peer, or we, know it again
 * @param thread the peer's id of the message in whose thread it belongs
 */
public record Letter(String channel, String key, Content content, Optional<String> thread) {}
