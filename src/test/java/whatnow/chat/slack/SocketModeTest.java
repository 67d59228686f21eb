package whatnow.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.chat.door.ChatApplication.card;
import static whatnow.chat.slack.SlackDoorTest.eventually;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.chat.Reply.Button;
import whatnow.chat.account.ChatService;
import whatnow.chat.account.ChatUser;
import whatnow.chat.door.ChatApplication;
import whatnow.security.Role;
import whatnow.testkit.SampleApplication;
import whatnow.testkit.slack.FakeSlack;

/** Slack cannot reach us, so we reach Slack. */
class SocketModeTest {

    private static FakeSlack slack;
    private static ChatApplication app;

    @BeforeAll
    static void start() {
        slack = FakeSlack.start();
        app = withSocketTo(slack);
        app.links(new ChatUser(ChatService.SLACK, "T1", "U1"), "anna", Role.RESPONDER);
        app.listening()
                .answers(line -> card(
                        "INC-2026-0042",
                        "v7",
                        "heard: " + line.text(),
                        Button.main("Acknowledge", "ack INC-2026-0042")));
    }

    private static ChatApplication withSocketTo(FakeSlack slack) {
        return ChatApplication.start(
                SampleApplication.class,
                Map.of(
                        "whatnow.slack.app-token", FakeSlack.APP_TOKEN,
                        "whatnow.slack.api", slack.api(),
                        "whatnow.slack.hooks", slack.hooks()));
    }

    @BeforeEach
    void isOpen() {
        eventually(() -> slack.sockets().isOpen());
    }

    @AfterAll
    static void stop() {
        app.close();
        slack.close();
    }

    @Test
    void commandsAndPressesComeThroughTheSocket() {
        var message = slack.slash("U1", "now").message();
        assertThat(message.shown()).startsWith("heard: now");
        assertThat(message.isEphemeral()).isFalse();

        assertThat(slack.press("U1", message, "Acknowledge").isTaken()).isTrue();

        eventually(() -> slack.channel().again(message).shown().startsWith("heard: ack INC-2026-0042"));
        assertThat(slack.sockets().ping()).isTrue();
    }

    @Test
    void anotherSocketIsOpenedWhenSlackAnnouncesTheEnd() {
        var before = slack.sockets().opened();

        slack.sockets().disconnect("refresh_requested");

        eventually(() -> slack.sockets().isOpen());
        assertThat(slack.slash("U1", "now").message().shown()).startsWith("heard: now");
        assertThat(slack.sockets().opened()).isEqualTo(before + 1);
    }

    @Test
    void anotherSocketIsOpenedWhenTheLineIsCut() {
        slack.sockets().cut();

        eventually(() -> slack.sockets().isOpen());
        assertThat(slack.slash("U1", "now").message().shown()).startsWith("heard: now");
    }

    @Test
    void weComeBackOnceSlackAnswersAgain() {
        slack.isDown(true);
        slack.sockets().cut();
        eventually(() -> slack.calls("apps.connections.open").stream().anyMatch(it -> !it.isOk()));

        slack.isDown(false);

        eventually(() -> slack.sockets().isOpen());
        assertThat(slack.slash("U1", "now").isTaken()).isTrue();
    }

    @Test
    void whatIsNoEnvelopeIsPassedOver() {
        var before = slack.sockets().opened();

        slack.sockets().says("hello?");
        slack.sockets().says("{\"type\":\"news\"}");
        slack.sockets().says("{\"envelope_id\":\"1\",\"type\":\"slash_commands\",\"payload\":{}}");
        slack.sockets().says("{\"envelope_id\":\"2\",\"type\":\"events_api\",\"payload\":{}}");

        assertThat(slack.slash("U1", "now").isTaken()).isTrue();
        assertThat(slack.sockets().opened()).isEqualTo(before);
    }

    @Test
    void strangersAreToldWhereToGoInWords() {
        assertThat(slack.slash("U2", "now").message().shown()).contains("open this page and confirm: /chat/link?code=");
    }

    @Test
    void theSocketEndsWithTheProduct() {
        try (var other = FakeSlack.start()) {
            var ending = withSocketTo(other);
            eventually(() -> other.sockets().isOpen());

            ending.close();

            eventually(() -> !other.sockets().isOpen());
        }
    }

    @Test
    @DisplayName("pauses double up to a minute and differ (L-6)")
    void pausesDoubleUpToAMinuteAndDiffer() {
        var first = Duration.ofSeconds(1);

        assertThat(SocketMode.pause(first, 1, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SocketMode.pause(first, 1, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(SocketMode.pause(first, 4, 1)).isEqualTo(Duration.ofSeconds(8));
        assertThat(SocketMode.pause(first, 1000, 1)).isEqualTo(Duration.ofMinutes(1));
    }
}
