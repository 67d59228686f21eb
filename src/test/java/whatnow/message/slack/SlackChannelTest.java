package whatnow.message.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.message.Answer;
import whatnow.message.Channel;
import whatnow.message.Content;
import whatnow.message.Letter;
import whatnow.testkit.MovableClock;
import whatnow.testkit.slack.FakeSlack;

class SlackChannelTest {

    static final String BLOCKS = """
            {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*down*"}}]}""";

    final FakeSlack slack = FakeSlack.start(new MovableClock());
    final Channel channel = Slacks.to(slack);

    @AfterEach
    void close() {
        slack.close();
    }

    static Letter letter(String key, Content content) {
        return new Letter(FakeSlack.CHANNEL, key, content, Optional.empty());
    }

    static Letter letter(String key) {
        return letter(key, new Content("down", BLOCKS));
    }

    String posted(Letter letter) {
        assertThat(channel.post(letter)).isInstanceOf(Answer.Taken.class);
        return FakeSlack.CHANNEL + "/" + slack.messages().getLast().ts();
    }

    @Test
    void aMessageIsPostedWithItsBlocksAndItsKey() {
        var answer = channel.post(letter("key-1"));

        var message = slack.messages().getFirst();
        assertThat(answer).isEqualTo(new Answer.Taken("C1/" + message.ts()));
        assertThat(message.shown()).isEqualTo("*down*");
        assertThat(message.text()).isEqualTo("down");
        assertThat(message.metadata().path("event_payload").path("key").asString())
                .isEqualTo("key-1");
    }

    @Test
    void itIsChangedInPlace() {
        var posted = posted(letter("key-1"));

        var answer = channel.update(letter("key-1", Content.text("up")), posted);

        assertThat(answer).isEqualTo(new Answer.Taken(posted));
        assertThat(slack.messages()).singleElement().satisfies(it -> {
            assertThat(it.shown()).as("no block stays").isEqualTo("up");
            assertThat(it.edits()).isEqualTo(1);
        });
    }

    @Test
    void aReplyIsHeardInTheChannelToo() {
        var posted = posted(letter("key-1"));

        channel.post(new Letter(FakeSlack.CHANNEL, "key-2", Content.text("now SEV1"), Optional.of(posted)));

        assertThat(slack.channel().thread(slack.messages().getFirst()))
                .singleElement()
                .satisfies(it -> assertThat(it.isBroadcast()).isTrue());
    }

    @Test
    @DisplayName("N-6: data mentions nobody and leads nowhere")
    void plainTextMentionsNobody() {
        channel.post(letter("key-1", Content.text("<!channel> <@U1> <http://evil|ok> & more")));

        var message = slack.messages().getFirst();
        assertThat(message.mentions()).isEmpty();
        assertThat(message.shown()).isEqualTo("<!channel> <@U1> <http://evil|ok> & more");
    }

    @Test
    void whatWasPostedIsFoundByItsKey() {
        var first = posted(letter("key-1"));
        var second = posted(letter("key-2"));

        assertThat(channel.find(letter("key-1"))).isEqualTo(new Answer.Found(first));
        assertThat(channel.find(letter("key-2"))).isEqualTo(new Answer.Found(second));
        assertThat(channel.find(letter("key-3"))).isEqualTo(new Answer.Absent());
    }

    @Test
    void aReplyIsFoundInItsThread() {
        var posted = posted(letter("key-1"));
        var reply = new Letter(FakeSlack.CHANNEL, "key-2", Content.text("now SEV1"), Optional.of(posted));
        var answer = channel.post(reply);

        assertThat(answer).isInstanceOf(Answer.Taken.class);
        assertThat(channel.find(reply)).isEqualTo(new Answer.Found(((Answer.Taken) answer).posted()));
    }

    @Test
    void blocksThatSlackDoesNotTakeCostNobodyTheMessage() {
        var broken = """
                {"blocks": [{"type": "section"}]}""";

        var answer = channel.post(letter("key-1", new Content("down", broken)));

        assertThat(answer).isInstanceOf(Answer.Taken.class);
        assertThat(slack.messages())
                .singleElement()
                .satisfies(it -> assertThat(it.shown()).isEqualTo("down"));
    }

    @Test
    void tooManyRequestsSaysForHowLong() {
        slack.throttle(1);

        assertThat(channel.post(letter("key-1"))).satisfies(it -> {
            assertThat(((Answer.Later) it).pause()).contains(java.time.Duration.ofSeconds(1));
            assertThat(((Answer.Later) it).perhaps()).isFalse();
        });
    }

    @Test
    void afterAnErrorOfItsOwnNobodyKnowsWhetherItIsThere() {
        slack.fails(1);

        assertThat(channel.post(letter("key-1")))
                .satisfies(it -> assertThat(((Answer.Later) it).perhaps()).isTrue());
    }

    @Test
    void afterABrokenConnectionNobodyKnowsEither() {
        slack.losesAnswers(1);

        assertThat(channel.post(letter("key-1")))
                .satisfies(it -> assertThat(((Answer.Later) it).perhaps()).isTrue());
        assertThat(slack.messages()).hasSize(1);
    }

    @Test
    void whereNobodyListensItSurelyIsNotThere() {
        slack.close();

        assertThat(channel.post(letter("key-1")))
                .isEqualTo(new Answer.Later("cannot be reached", Optional.empty(), false));
    }

    @Test
    void aChannelThatIsNotThereIsNamedAsSlackNamesIt() {
        var elsewhere = new Letter("C404", "key-1", Content.text("down"), Optional.empty());

        assertThat(channel.post(elsewhere)).isEqualTo(new Answer.Refused("channel_not_found"));
    }

    @Test
    void aWrongTokenIsRefused() {
        assertThat(Slacks.to(slack, "xoxb-wrong").post(letter("key-1"))).isEqualTo(new Answer.Refused("invalid_auth"));
    }

    @Test
    void whatSomebodyDeletedIsGone() {
        assertThat(channel.update(letter("key-1"), "C1/1.000001")).isEqualTo(new Answer.Gone());
    }

    @Test
    void anErrorThatIsNoWordIsNotRepeated() {
        slack.refuses("chat.postMessage", "<b>\n2026 ERROR forged");

        assertThat(channel.post(letter("key-1"))).isEqualTo(new Answer.Refused("HTTP 200"));
    }

    @Test
    void withoutATokenItIsNotOpen() {
        assertThat(List.of(channel.isOpen(), Slacks.to(slack, " ").isOpen())).containsExactly(true, false);
    }
}
