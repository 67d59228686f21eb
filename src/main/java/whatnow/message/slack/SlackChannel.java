package whatnow.message.slack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import whatnow.message.Answer;
import whatnow.message.Channel;
import whatnow.message.Letter;
import whatnow.message.Peer;
import whatnow.message.Peer.Said;

/**
 * Posts to Slack and changes what was posted.
 *
 * <p>Slack has no key against repeats, so each message carries one in its metadata, and a post whose end was not seen is
 * looked for in the history of the channel. A message answers to the channel's id and its time stamp together, because a
 * channel may be set by name and only its id can be used after that.
 */
final class SlackChannel implements Channel {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVENT = "whatnow_message";

    /** Slack answers with a word; anything else is not repeated to people. */
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,60}");

    /** Slack says of these that some of it may have been done. */
    private static final Set<String> PERHAPS_DONE = Set.of("internal_error", "fatal_error", "request_timeout");

    private static final Set<String> NOT_NOW = Set.of("ratelimited", "rate_limited", "service_unavailable");

    private static final Set<String> NOT_THERE = Set.of("message_not_found");

    /** What is wrong is how we drew it; people hear of it in plain words then. */
    private static final Set<String> ABOUT_THE_BLOCKS = Set.of(
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_attachments",
            "msg_blocks_too_long",
            "attachment_payload_limit_exceeded",
            "too_many_attachments");

    private static final int MOST_PAGES = 2;
    private static final int PAGE = 200;

    private final SlackSettings settings;
    private final Peer peer;

    SlackChannel(SlackSettings settings) {
        this.settings = settings;
        this.peer = new Peer(settings.api(), settings.botToken());
    }

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public String name() {
        return "Slack";
    }

    @Override
    public boolean isOpen() {
        return !settings.botToken().isBlank();
    }

    @Override
    public Answer post(Letter letter) {
        var body = body(letter, letter.channel());
        body.put("unfurl_links", false).put("unfurl_media", false);
        letter.thread()
                .map(SlackMessage::read)
                .ifPresent(it -> body.put("channel", it.channel())
                        .put("thread_ts", it.timestamp())
                        .put("reply_broadcast", true));
        return sendOrInPlainWords("/chat.postMessage", body);
    }

    @Override
    public Answer update(Letter letter, String posted) {
        var message = SlackMessage.read(posted);
        var body = body(letter, message.channel());
        body.put("ts", message.timestamp());
        return sendOrInPlainWords("/chat.update", body);
    }

    /** Blocks and attachments are always said: what is left out of an update stays as it was. */
    private static ObjectNode body(Letter letter, String channel) {
        var body = JSON.createObjectNode();
        body.putArray("blocks");
        body.putArray("attachments");
        if (!letter.content().payload().isEmpty()) {
            body.setAll((ObjectNode) JSON.readTree(letter.content().payload()));
        }
        body.put("channel", channel)
                .put("text", SlackText.escaped(letter.content().text()));
        var metadata = body.putObject("metadata").put("event_type", EVENT);
        metadata.putObject("event_payload").put("key", letter.key());
        return body;
    }

    private Answer sendOrInPlainWords(String method, ObjectNode body) {
        var answer = send(method, body);
        if (answer instanceof Answer.Refused(var why) && ABOUT_THE_BLOCKS.contains(why)) {
            body.putArray("blocks");
            body.putArray("attachments");
            return send(method, body);
        }
        return answer;
    }

    private Answer send(String method, ObjectNode body) {
        return switch (peer.post(method, body)) {
            case Said.Nothing it -> new Answer.Later(it.why(), Optional.empty(), it.perhaps());
            case Said.Something it ->
                refusal(it)
                        .orElseGet(() -> new Answer.Taken(SlackMessage.written(
                                it.json(), body.path("channel").asString())));
        };
    }

    @Override
    public Answer find(Letter letter) {
        var where = letter.thread()
                .map(SlackMessage::read)
                .map(it -> "/conversations.replies?channel=" + encoded(it.channel()) + "&ts=" + encoded(it.timestamp()))
                .orElse("/conversations.history?channel=" + encoded(letter.channel()));
        var cursor = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var said = peer.get(where + "&include_all_metadata=true&limit=" + PAGE + cursor);
            if (!(said instanceof Said.Something it)) {
                return new Answer.Later(((Said.Nothing) said).why(), Optional.empty(), true);
            }
            var refusal = refusal(it);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            var found = found(it.json(), letter);
            if (found.isPresent()) {
                return found.get();
            }
            var next = it.json().path("response_metadata").path("next_cursor").asString("");
            if (next.isBlank()) {
                return new Answer.Absent();
            }
            cursor = "&cursor=" + encoded(next);
        }
        return new Answer.Absent();
    }

    private static Optional<Answer> found(JsonNode page, Letter letter) {
        return StreamSupport.stream(page.path("messages").spliterator(), false)
                .filter(it -> it.path("metadata")
                        .path("event_payload")
                        .path("key")
                        .asString("")
                        .equals(letter.key()))
                .findFirst()
                .map(it -> new Answer.Found(SlackMessage.written(it, channel(letter))));
    }

    private static String channel(Letter letter) {
        return letter.thread()
                .map(SlackMessage::read)
                .map(SlackMessage::channel)
                .orElse(letter.channel());
    }

    /** Empty if it was done. */
    private static Optional<Answer> refusal(Said.Something said) {
        if (said.status() == 429 || said.status() >= 500) {
            return Optional.of(new Answer.Later("HTTP " + said.status(), said.pause(), said.status() != 429));
        }
        if (said.status() == 200 && said.json().path("ok").asBoolean(false)) {
            return Optional.empty();
        }
        var word = said.json().path("error").asString("");
        var why = WORD.matcher(word).matches() ? word : "HTTP " + said.status();
        if (NOT_THERE.contains(why)) {
            return Optional.of(new Answer.Gone());
        }
        return Optional.of(
                NOT_NOW.contains(why) || PERHAPS_DONE.contains(why)
                        ? new Answer.Later(why, said.pause(), PERHAPS_DONE.contains(why))
                        : new Answer.Refused(why));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
