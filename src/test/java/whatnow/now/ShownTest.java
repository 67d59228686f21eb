package whatnow.now;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @Test
    void ordinaryWordsStayAsTheyAre() {
        assertThat(Shown.of("café · 数据库 · us-east-1")).isEqualTo("café · 数据库 · us-east-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u200B", "\u0007", "\u001B", "\u2066", "\uFEFF", "\u00AD", "\u3164", "\uFE0F"})
    @DisplayName("what the eye cannot see is spelt out (N-5)")
    void whatTheEyeCannotSeeIsSpeltOut(String hidden) {
        assertThat(Shown.of("pay" + hidden + "ment")).isEqualTo("pay[U+%04X]ment".formatted(hidden.codePointAt(0)));
    }

    @Test
    void inOneLineALineEndIsSpeltOut() {
        assertThat(Shown.of("a\nb")).isEqualTo("a[U+000A]b");
        assertThat(Shown.lines("a\n\tb")).isEqualTo("a\n\tb");
    }

    @Test
    void aLinkToAnArticleBecomesItsWordsAndItsPath() {
        assertThat(Prose.words("see [saturation](saturation.md#when) first"))
                .isEqualTo("see saturation (/kb/saturation#when) first");
    }

    @Test
    void aLinkElsewhereLeadsNowhere() {
        assertThat(Prose.of("[x](javascript:alert(1)) [y](https://evil.example) [z](//evil.example/a.md)"))
                .noneMatch(it -> it.path().isPresent());
    }
}
