package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatnow.knowledge.Article;
import whatnow.knowledge.Articles;

/** What is sent away of a section is short, whatever somebody wrote. */
class SectionTextTest {

    @Test
    void itIsTitleHeadingAndTheWordsWithoutTheirMarkup() {
        assertThat(of("A lesson", "Part", "Restart **the** [proxy](x.md)."))
                .isEqualTo("A lesson\nPart\nRestart the proxy.");
    }

    @Test
    void noPartOfItIsLong() {
        var text = of("t".repeat(5_000), "h".repeat(5_000), "w".repeat(5_000));

        assertThat(text.lines()).extracting(String::length).containsExactly(200, 200, 1_500);
    }

    @Test
    void noLetterIsCutInHalf() {
        assertThat(SectionText.cut("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(SectionText.cut("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
    }

    private static String of(String title, String heading, String words) {
        var article = article(title, heading, words);
        return SectionText.of(article, article.sections().getLast());
    }

    private static Article article(String title, String heading, String words) {
        return Articles.read(Articles.minimal("a", "## %s {#part}\n\n%s\n".formatted(heading, words))
                .replace("title: A lesson", "title: " + title));
    }
}
