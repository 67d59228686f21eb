package whatnow.chat.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.testkit.SampleCards;

class MattermostBulletinTest {

    @Test
    void itSaysWhatToTypeAndWhereTheCardIs() {
        var card = new SampleCards().of(SampleCards.DATABASE).orElseThrow();

        var text = text(new MattermostBulletin(Optional.of("https://whatnow.example")), Bulletin.of(card));

        assertThat(text)
                .startsWith("**◆ SEV2 Major outage")
                .contains("[INC-2026-0042 · plan freight](https://whatnow.example/incidents/INC-2026-0042)")
                .endsWith("`/whatnow ack INC-2026-0042` `/whatnow now INC-2026-0042`");
    }

    @Test
    @DisplayName("N-6: nothing that is shown calls anybody or leads anywhere")
    void nothingThatIsShownCallsAnybody() {
        var reply = new Reply(
                Outcome.ANSWERED,
                true,
                Optional.empty(),
                "",
                List.of(Row.head("@channel **x**"), Row.text("[ok](https://evil.example)")),
                List.of(),
                List.of(),
                List.of());

        var text = text(new MattermostBulletin(Optional.empty()), reply);

        assertThat(text).doesNotContain("@channel", "](", "://");
    }

    private static String text(MattermostBulletin bulletin, Reply reply) {
        return JsonMapper.shared()
                .readTree(bulletin.payload(reply))
                .path("props")
                .path("attachments")
                .path(0)
                .path("text")
                .asString();
    }
}
