package whatnow.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.testkit.MovableClock;
import whatnow.testkit.slack.FakeSlack;

class LateAnswersTest {

    @Test
    @DisplayName("a late answer goes to Slack alone, whatever address came with the command (S-3)")
    void aLateAnswerGoesToSlackAlone() {
        try (var slack = FakeSlack.start(new MovableClock())) {
            var port = slack.hooks().replaceFirst(".*:", "");
            var late = late(slack.hooks());

            for (var address : List.of(
                    "",
                    "not an address",
                    "http://169.254.169.254/latest/meta-data",
                    "http://localhost:" + port + "/commands/T1/1/r4nd0m",
                    "http://127.0.0.1/commands/T1/1/r4nd0m",
                    "http://127.1:" + port + "/commands/T1/1/r4nd0m",
                    "https://127.0.0.1:" + port + "/commands/T1/1/r4nd0m",
                    "http://user@127.0.0.1:" + port + "/commands",
                    "http://127.0.0.1:" + port + "@evil.example/",
                    "http://127.0.0.1:" + port + ".evil.example/",
                    "//127.0.0.1:" + port + "/commands",
                    "file:///etc/passwd")) {
                assertThat(late.post(address, SlackMessage.words("x")))
                        .as(address)
                        .isFalse();
            }
            assertThat(slack.posts()).isEmpty();

            late.post(slack.hooks() + "/commands/T1/99/gone", SlackMessage.words("x"));
            assertThat(slack.posts()).hasSize(1);
        }
    }

    @Test
    @DisplayName("by default only hooks.slack.com is Slack (S-3)")
    void byDefaultOnlyHooksIsSlack() {
        var late = late("https://hooks.slack.com");

        for (var address : List.of(
                "http://hooks.slack.com/commands/1",
                "https://hooks.slack.com:8443/commands/1",
                "https://hooks.slack.com.evil.example/1",
                "https://evil.example/hooks.slack.com",
                "https://hooks.slack.com@evil.example/")) {
            assertThat(late.post(address, SlackMessage.words("x"))).as(address).isFalse();
        }
    }

    @Test
    void anAddressThatIsNoneIsSaidAtTheStart() {
        assertThatThrownBy(() -> late("hooks.slack.com")).hasMessageContaining("whatnow.slack.hooks");
    }

    private static LateAnswers late(String hooks) {
        return new LateAnswers(new SlackSettings("s", "", "", "", "https://slack.com/api", hooks), new Wire());
    }
}
