package whatnow.chat.mattermost;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.Reply;
import whatnow.chat.account.ChatService;
import whatnow.chat.account.ChatUser;
import whatnow.chat.door.Address;
import whatnow.chat.door.Aside;
import whatnow.chat.door.ChannelName;
import whatnow.chat.door.Conversation;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.chat.door.FormBody;
import whatnow.chat.door.Memory;
import whatnow.chat.door.RawBody;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;
import whatnow.time.Now;

/** Where Mattermost brings commands and presses. It waits for half a minute, so the answer is always the whole answer. */
@Hidden
@RestController
class MattermostDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOKEN = "Token ";

    /** User ids differ in all of a server, whatever team somebody writes in. */
    private static final String TEAM = "server";

    private static final String TOO_LONG =
            "This takes too long. It may or may not have been done: look before you repeat it.";

    private final MattermostSettings settings;
    private final Conversation conversation;
    private final Memory memory;
    private final Aside aside;
    private final Address address;
    private final Now now;

    MattermostDoor(
            MattermostSettings settings,
            Conversation conversation,
            Memory memory,
            Aside aside,
            Address address,
            Now now) {
        this.settings = settings;
        this.conversation = conversation;
        this.memory = memory;
        this.aside = aside;
        this.address = address;
        this.now = now;
    }

    @PostMapping("/chat/mattermost/command")
    ResponseEntity<String> command(HttpServletRequest request) {
        var raw = opened(request);
        var form = FormBody.read(Optional.ofNullable(request.getContentType()), raw);
        mustKnow(request, form);
        var user = user(form.need("user_id"));
        var handle = handle(form.get("user_name"), form.get("team_domain"));
        var incident = ChannelName.incident(form.get("channel_name"));
        return answered(
                request,
                raw,
                () -> message(request, conversation.answer(user, handle, form.get("text"), incident, Optional.empty()))
                        .answer());
    }

    @PostMapping("/chat/mattermost/action")
    ResponseEntity<String> action(HttpServletRequest request) {
        var raw = opened(request);
        var json = StrictJson.read(raw);
        var signed = SignedPress.read(json.path("context"), settings.tokens(), now.instant());
        var user = user(json.path("user_id").asString(""));
        var handle = handle(
                json.path("user_name").asString(""), json.path("team_domain").asString(""));
        return answered(request, raw, () -> pressed(request, user, handle, signed));
    }

    private ObjectNode pressed(HttpServletRequest request, ChatUser user, String handle, SignedPress signed) {
        var press = signed.press();
        var reply = conversation.answer(user, handle, press.line(), press.incident(), press.version());
        return message(request, reply).answer(press.isReplacedBy(reply, signed.isPrivate()), signed.isPrivate());
    }

    private byte[] opened(HttpServletRequest request) {
        var raw = RawBody.of(request);
        if (settings.tokens().isEmpty()) {
            throw Refused.because(
                    HttpStatus.NOT_FOUND,
                    "Mattermost is not set up here. Set whatnow.mattermost.tokens to that of your slash command.");
        }
        return raw;
    }

    private void mustKnow(HttpServletRequest request, FormBody form) {
        var header = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(it -> it.regionMatches(true, 0, TOKEN, 0, TOKEN.length()))
                .map(it -> it.substring(TOKEN.length()).strip());
        var shown = bytes(header.orElseGet(() -> form.get("token")));
        var fits = false;
        for (var token : settings.tokens()) {
            fits |= MessageDigest.isEqual(bytes(token), shown);
        }
        if (!fits) {
            throw Refused.because(
                    HttpStatus.UNAUTHORIZED,
                    "The token is none of ours. Compare whatnow.mattermost.tokens with that of the slash command.");
        }
    }

    private ResponseEntity<String> answered(HttpServletRequest request, byte[] raw, Supplier<ObjectNode> first) {
        var event = request.getRequestURI() + "\n" + new String(raw, StandardCharsets.ISO_8859_1);
        var delivery = Delivery.of(event, event, true);
        var work = aside.start(() -> memory.once(
                delivery,
                () -> {
                    var answer = first.get().toString();
                    memory.answered(delivery, answer);
                    return answer;
                },
                again -> again.answer().orElseGet(() -> words(TOO_LONG)),
                () -> words(TOO_LONG)));
        var answer = work.isEmpty()
                ? words("Too much is asked at once. Ask again in a moment.")
                : Aside.within(PATIENCE, work.get()).orElseGet(() -> words(TOO_LONG));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(answer);
    }

    private MattermostMessage message(HttpServletRequest request, Reply reply) {
        return new MattermostMessage(
                reply, address.of(request), settings.tokens().getFirst(), now.instant());
    }

    private static String words(String text) {
        return MattermostMessage.words(text).toString();
    }

    private static ChatUser user(String id) {
        try {
            return new ChatUser(ChatService.MATTERMOST, TEAM, id);
        } catch (IllegalArgumentException odd) {
            throw Refused.field("user_id", "empty or too long", "an id of Mattermost");
        }
    }

    private static String handle(String name, String team) {
        return name + (team.isBlank() ? "" : " in " + team);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refused refused) {
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(refused.why());
    }
}
