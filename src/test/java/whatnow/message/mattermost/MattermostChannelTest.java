package whatnow.message.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.message.Answer;
import whatnow.message.Channel;
import whatnow.message.Content;
import whatnow.message.Letter;

class MattermostChannelTest {

    static final String ATTACHMENTS = """
            {"message": "", "props": {"attachments": [{"fallback": "down", "text": "**down**"}]}}""";

    final FakeMattermost mattermost = FakeMattermost.start();
    final Channel channel = to(FakeMattermost.TOKEN);

    @AfterEach
    void close() {
        mattermost.close();
    }

    Channel to(String token) {
        return new MattermostChannel(new MattermostSettings(mattermost.url(), token));
    }

    static Letter letter(String key, Content content) {
        return new Letter(FakeMattermost.CHANNEL, key, content, Optional.empty());
    }

    String posted(Letter letter) {
        return ((Answer.Taken) channel.post(letter)).posted();
    }

    @Test
    void aMessageIsPostedWithItsAttachmentsAndItsKey() {
        posted(letter("key-1", new Content("down", ATTACHMENTS)));

        var post = mattermost.posts().getFirst();
        assertThat(post.path("message").asString()).isEmpty();
        assertThat(post.path("props").path("attachments").get(0).path("text").asString())
                .isEqualTo("**down**");
        assertThat(post.path("props").path("whatnow_key").asString()).isEqualTo("key-1");
    }

    @Test
    void itIsChangedInPlaceAndNoAttachmentStays() {
        var posted = posted(letter("key-1", new Content("down", ATTACHMENTS)));

        var answer = channel.update(letter("key-1", Content.text("restricted")), posted);

        assertThat(answer).isEqualTo(new Answer.Taken(posted));
        assertThat(mattermost.posts()).singleElement().satisfies(it -> {
            assertThat(it.path("message").asString()).isEqualTo("restricted");
            assertThat(it.path("props").path("attachments")).isEmpty();
        });
    }

    @Test
    void aPostWhoseAnswerWasLostIsFoundByItsKey() {
        mattermost.losesAnswers(1);

        var answer = channel.post(letter("key-1", Content.text("down")));

        assertThat(((Answer.Later) answer).perhaps()).isTrue();
        assertThat(channel.find(letter("key-1", Content.text("down"))))
                .isEqualTo(new Answer.Found(
                        mattermost.posts().getFirst().path("id").asString()));
        assertThat(channel.find(letter("key-2", Content.text("down")))).isEqualTo(new Answer.Absent());
    }

    @Test
    void tooManyRequestsSaysForHowLong() {
        mattermost.throttle(1);

        assertThat(channel.post(letter("key-1", Content.text("down"))))
                .isEqualTo(new Answer.Later("HTTP 429", Optional.of(Duration.ofSeconds(7)), false));
    }

    @Test
    void whatSomebodyDeletedIsGone() {
        var posted = posted(letter("key-1", Content.text("down")));
        mattermost.deletes(posted);

        assertThat(channel.update(letter("key-1", Content.text("up")), posted)).isEqualTo(new Answer.Gone());
    }

    @Test
    void aChannelThatTheBotIsNotInIsNamedAsMattermostNamesIt() {
        var elsewhere = new Letter("nowhere", "key-1", Content.text("down"), Optional.empty());

        assertThat(channel.post(elsewhere)).isEqualTo(new Answer.Refused("api.context.permissions.app_error"));
    }

    @Test
    void aWrongTokenIsRefused() {
        assertThat(to("wrong").post(letter("key-1", Content.text("down"))))
                .isEqualTo(new Answer.Refused("api.context.session_expired.app_error"));
    }

    @Test
    @DisplayName("N-6: data mentions nobody and leads nowhere")
    void plainTextMentionsNobody() {
        posted(letter("key-1", Content.text("@channel [ok](http://evil) *x* <b>")));

        assertThat(mattermost.posts().getFirst().path("message").asString())
                .isEqualTo("(at)channel \\[ok\\](http:&#47;&#47;evil) \\*x\\* &lt;b&gt;");
    }

    @Test
    void withoutUrlOrTokenItIsNotOpen() {
        assertThat(channel.isOpen()).isTrue();
        assertThat(to("").isOpen()).isFalse();
        assertThat(new MattermostChannel(new MattermostSettings("", "token")).isOpen())
                .isFalse();
    }
}
