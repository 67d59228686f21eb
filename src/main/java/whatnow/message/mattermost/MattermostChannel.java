package whatnow.message.mattermost;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
 * Posts to Mattermost and changes what was posted.
 *
 * <p>Mattermost folds repeats by {@code pending_post_id} for half a minute. After that a post whose end was not seen is
 * looked for among the newest of the channel, by a key in its props.
 */
final class MattermostChannel implements Channel {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "whatnow_key";
    private static final String POSTS = "/api/v4/posts";

    /** Mattermost answers with the name of its error; anything else is not repeated to people. */
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_.]{0,80}");

    private static final int PAGE = 200;

    private final MattermostSettings settings;
    private final Peer peer;

    MattermostChannel(MattermostSettings settings) {
        this.settings = settings;
        this.peer = new Peer(settings.url(), settings.botToken());
    }

    @Override
    public String kind() {
        return "mattermost";
    }

    @Override
    public String name() {
        return "Mattermost";
    }

    @Override
    public boolean isOpen() {
        return !settings.url().isBlank() && !settings.botToken().isBlank();
    }

    /** What answers another is a post of its own: a reply in a thread would be seen by whoever follows it only. */
    @Override
    public Answer post(Letter letter) {
        var body = body(letter).put("channel_id", letter.channel()).put("pending_post_id", letter.key());
        return answer(peer.post(POSTS, body), false);
    }

    @Override
    public Answer update(Letter letter, String posted) {
        return answer(peer.put(POSTS + "/" + encoded(posted) + "/patch", body(letter)), true);
    }

    private static ObjectNode body(Letter letter) {
        var body = JSON.createObjectNode();
        body.put("message", MattermostText.plain(letter.content().text()));
        var props = body.putObject("props");
        props.putArray("attachments");
        if (!letter.content().payload().isEmpty()) {
            var payload = (ObjectNode) JSON.readTree(letter.content().payload());
            props.setAll((ObjectNode) payload.path("props"));
            payload.remove("props");
            body.setAll(payload);
        }
        props.put(KEY, letter.key());
        return body;
    }

    private static Answer answer(Said said, boolean isUpdate) {
        return switch (said) {
            case Said.Nothing it -> new Answer.Later(it.why(), Optional.empty(), it.perhaps());
            case Said.Something it when it.status() == 404 && isUpdate -> new Answer.Gone();
            case Said.Something it ->
                refusal(it)
                        .orElseGet(() -> new Answer.Taken(it.json().path("id").asString("")));
        };
    }

    @Override
    public Answer find(Letter letter) {
        var said = peer.get("/api/v4/channels/%s/posts?page=0&per_page=%d".formatted(encoded(letter.channel()), PAGE));
        return switch (said) {
            case Said.Nothing it -> new Answer.Later(it.why(), Optional.empty(), true);
            case Said.Something it ->
                refusal(it).orElseGet(() -> found(it.json().path("posts"), letter.key()));
        };
    }

    private static Answer found(JsonNode posts, String key) {
        return StreamSupport.stream(posts.spliterator(), false)
                .filter(it -> it.path("props").path(KEY).asString("").equals(key))
                .findFirst()
                .<Answer>map(it -> new Answer.Found(it.path("id").asString("")))
                .orElseGet(Answer.Absent::new);
    }

    /** Empty if it was done. */
    private static Optional<Answer> refusal(Said.Something said) {
        var status = said.status();
        if (status == 200 || status == 201) {
            return Optional.empty();
        }
        if (status == 429 || status >= 500) {
            return Optional.of(new Answer.Later("HTTP " + status, said.pause(), status != 429));
        }
        var word = said.json().path("id").asString("");
        return Optional.of(new Answer.Refused(WORD.matcher(word).matches() ? word : "HTTP " + status));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
