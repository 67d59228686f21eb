package whatnow.chat.mattermost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.chat.Reply.Row;

class MattermostTextTest {

    private final MattermostText text = new MattermostText(Optional.of("https://whatnow.example.com"));

    @Test
    @DisplayName("data calls nobody (N-6)")
    void dataCallsNobody() {
        for (var name : List.of("@channel", "@all", "@here", "@anna", "(@anna)", "x @anna", "!@anna", "<!channel>")) {
            assertThat(text(name))
                    .doesNotContainPattern("(?<![A-Za-z0-9])@[A-Za-z]")
                    .doesNotContain("<!");
        }
        assertThat(text("mail root@db-1")).isEqualTo("mail root@db-1");
        assertThat(text("@channel down")).isEqualTo("(at)channel down");
    }

    @Test
    @DisplayName("data leads nowhere (N-6)")
    void dataLeadsNowhere() {
        assertThat(text("[ok](http://evil.example)")).isEqualTo("\\[ok\\](http:&#47;&#47;evil.example)");
        assertThat(text("<http://evil.example|ok>")).isEqualTo("&lt;http:&#47;&#47;evil.example\\|ok&gt;");
        assertThat(text("see www.evil.example")).isEqualTo("see www&#46;evil.example");
        assertThat(text("![x](https://evil.example/pixel.png)")).startsWith("!\\[x\\]");
    }

    @Test
    void noMarkupIsReadInData() {
        assertThat(text("*a* _b_ ~c~ `d`")).isEqualTo("\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`");
        assertThat(text("# no title")).isEqualTo("\\# no title");
        assertThat(text("1. no list")).isEqualTo("1\\. no list");
        assertThat(text("- no list, us-east-1")).isEqualTo("\\- no list, us-east-1");
        assertThat(text("a\n# b")).isEqualTo("a\\[U+000A\\]# b");
    }

    @Test
    void aCommandIsNeverChangedAndNeverLeavesItsFence() {
        assertThat(text.of(List.of(Row.command("psql -c 'select * from a_b' < x @all"))))
                .isEqualTo("```\npsql -c 'select * from a_b' < x @all\n```");
        assertThat(text.of(List.of(Row.command("a\n```\n@channel")))).isEqualTo("````\na\n```\n@channel\n````");
        assertThat(text.of(List.of(Row.command("x".repeat(9001))))).startsWith("A command is too long");
    }

    @Test
    void onlyPathsOfOursAreLinks() {
        assertThat(text.of(List.of(Row.link("INC-1", "/incidents/INC-1"))))
                .isEqualTo("[INC-1](https://whatnow.example.com/incidents/INC-1)");
        assertThat(text.of(List.of(Row.link("INC-1", "//evil.example")))).doesNotContain("](");
        assertThat(text.of(List.of(Row.link("INC-1", "/x) [y](http://evil.example"))))
                .isEqualTo("INC-1: /x) \\[y\\](http:&#47;&#47;evil.example");
    }

    private String text(String data) {
        return text.of(List.of(Row.text(data)));
    }
}
