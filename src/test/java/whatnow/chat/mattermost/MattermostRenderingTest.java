package whatnow.chat.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.door.Addresses;
import whatnow.testkit.MovableClock;

class MattermostRenderingTest {

    final MovableClock clock = new MovableClock();

    static Reply reply(Row... rows) {
        return new Reply(
                Outcome.ANSWERED,
                true,
                Optional.of("INC-2026-0042"),
                "",
                List.of(rows),
                List.of(),
                List.of(),
                List.of(Button.main("Acknowledge", "ack INC-2026-0042"), Button.of("Now", "now INC-2026-0042")));
    }

    JsonNode drawn(String address, Reply reply) {
        var settings = new MattermostSettings(List.of("token"));
        return JsonMapper.shared()
                .readTree(new MattermostRendering(settings, Addresses.set(address), clock).payload(reply));
    }

    @Test
    void whereWeCanBeReachedItHasButtonsAndALink() {
        var drawn = drawn("https://whatnow.example", reply(Row.head("SEV2"), Row.link("the card", "/incidents/1")));

        assertThat(drawn.path("message").asString())
                .isEqualTo("**SEV2**\n[the card](https://whatnow.example/incidents/1)");
        assertThat(drawn.path("props")
                        .path("attachments")
                        .get(0)
                        .path("actions")
                        .values())
                .extracting(it -> it.path("name").asString())
                .containsExactly("Acknowledge", "Now");
    }

    @Test
    void whereWeCannotItSaysWhatToType() {
        var drawn = drawn("", reply(Row.head("SEV2")));

        assertThat(drawn.path("message").asString())
                .isEqualTo("**SEV2**\n`/whatnow ack INC-2026-0042` `/whatnow now INC-2026-0042`");
        assertThat(drawn.path("props").path("attachments")).isEmpty();
    }

    /** Else every decision would change the message. */
    @Test
    void itIsTheSameAnHourLater() {
        var before = drawn("https://whatnow.example", reply(Row.head("SEV2")));

        clock.passes(Duration.ofHours(1));

        assertThat(drawn("https://whatnow.example", reply(Row.head("SEV2")))).isEqualTo(before);
    }

    @Test
    @DisplayName("N-6: nothing that is shown calls anybody or leads anywhere")
    void nothingThatIsShownCallsAnybody() {
        var drawn = drawn("", reply(Row.head("@channel **x**"), Row.text("[ok](https://evil.example)")));

        assertThat(drawn.path("message").asString()).doesNotContain("@channel", "[ok](", "://");
    }
}
