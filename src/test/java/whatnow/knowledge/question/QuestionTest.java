package whatnow.knowledge.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @Test
    void readsWordsPhrasesWhatToLeaveOutAndFilters() {
        var question = Question.read("replica \"out of memory\" -mysql type:runbook tag:\"two words\" restor*");

        assertThat(question.words()).isEqualTo("replica out of memory");
        assertThat(question.phrases()).containsExactly("out of memory");
        assertThat(question.without()).containsExactly("mysql");
        assertThat(question.filters()).map(Filter::toString).containsExactly("type:runbook", "tag:\"two words\"");
        assertThat(question.beginnings()).containsExactly("restor");
        assertThat(question.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--force-new-deployment", "whitehall - AWS", "https://example.org/a", "HighErrorRate: too many"})
    void whatOnlyLooksLikeASignIsAWord(String typed) {
        var question = Question.read(typed);

        assertThat(question.words()).isNotBlank();
        assertThat(question.without()).isEmpty();
        assertThat(question.filters()).isEmpty();
        assertThat(question.notes()).isEmpty();
    }

    @Test
    void anUnknownFilterIsSearchedForAndNamed() {
        var question = Question.read("titel:restore");

        assertThat(question.words()).isEqualTo("titel restore");
        assertThat(question.notes()).singleElement().asString().contains("titel", "type, category");
    }

    @Test
    void aTextThatSomebodyPastedHasNoGrammar() {
        var question = Question.read(
                "Cluster \"payments/orders-db\" has no ready instances -2 left and node:worker is not answering any more now");

        assertThat(question.phrases()).isEmpty();
        assertThat(question.without()).isEmpty();
        assertThat(question.words()).contains("\"payments/orders-db\"", "-2 left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!*", "\"\"", "-", "*", "\" \" \""})
    void whatSaysNothingIsEmpty(String typed) {
        assertThat(Question.read(typed).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab*", "*foo", "a*b", "pre.fix*"})
    @DisplayName("a beginning has three letters or more and nothing else (S-12)")
    void otherStarsAreWords(String typed) {
        assertThat(Question.read(typed).beginnings()).isEmpty();
    }

    @Test
    @DisplayName("what is too long is cut and says so (S-12)")
    void whatIsTooLongIsCutAndSaysSo() {
        assertThat(Question.read("a".repeat(600)).notes()).isNotEmpty();
        assertThat(Question.read("a".repeat(600)).words()).hasSize(512);
        assertThat(Question.read("\"x\" ".repeat(20)).phrases()).hasSize(8);
        assertThat(Question.read("\"x\" ".repeat(20)).notes()).isNotEmpty();
        assertThat(Question.read("a".repeat(511) + "\ud83d\ude00").words()).hasSize(511);
    }
}
