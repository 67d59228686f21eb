package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.knowledge.Articles;
import whatnow.knowledge.Hit;

class ArticleSearchTest {

    static final String RESTORE = Articles.minimal("restore-from-backup", """
            ## Stop the writers {#stop}

            Scale the deployment to zero. Nothing else.

            ## Pick a snapshot {#pick}

            Look at the list. Take the newest one older than the corruption. Write it down.

            ## Region {#region}

            It lies in the west, or east, of us: 1 of 2.

            ### Deeper {#deeper}

            Nightingale.
            """);

    final ArticleIndex index = new ArticleIndex(List.of(Articles.read(Articles.RUNBOOK), Articles.read(RESTORE)));

    @Test
    void findsTheStepAndNotJustThePage() {
        assertThat(index.search("which snapshot", 3).getFirst())
                .extracting(Hit::heading, Hit::section)
                .containsExactly("Pick a snapshot", "pick");
    }

    @Test
    void findsOtherFormsOfAWord() {
        assertThat(index.search("corrupted", 3)).extracting(Hit::section).containsExactly("pick");
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, when",
        "ERR_5021, before-you-start",
        "err_5021, before-you-start",
        "5021, before-you-start",
        "force-new-deployment, steps",
        "--force-new-deployment, steps",
        "promote-read-replica, steps",
        "`pg_last_xact_replay_timestamp`, steps"
    })
    void findsCodeVerbatim(String typed, String section) {
        assertThat(index.search(typed, 5).stream().map(it -> it.article() + "#" + it.section()))
                .first()
                .isEqualTo("regional-failover#" + section);
    }

    @Test
    void theWordsOfACodeAreNotTheCode() {
        assertThat(index.search("us-east-1", 5)).extracting(Hit::section).doesNotContain("region");
    }

    @Test
    void aPhraseIsFoundAsItStands() {
        assertThat(index.search("\"newest one older\"", 5))
                .extracting(Hit::section)
                .containsExactly("pick");
        assertThat(index.search("\"older newest one\"", 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"S1-13", "s1-13", "RegionDown", "ledger", "region_lost", "regional_failover", "regional-failover", "dns"
    })
    void findsWhatTheFrontMatterNames(String typed) {
        assertThat(index.search(typed, 5)).extracting(it -> it.article().slug()).contains("regional-failover");
    }

    @Test
    void oneArticleDoesNotFillTheAnswer() {
        assertThat(index.search("S1-13", 10)).hasSize(3);
    }

    @Test
    void theSnippetIsTheBestSentenceInPlainText() {
        assertThat(index.search("newest corruption", 1).getFirst().snippet())
                .isEqualTo("Take the newest one older than the corruption.");
    }

    @Test
    void aSentenceBelongsToItsNearestHeading() {
        assertThat(index.search("nightingale", 5)).extracting(Hit::section).containsExactly("deeper");
    }

    @Test
    void equalQuestionsGetEqualAnswers() {
        assertThat(index.search("region primary dns", 10)).isEqualTo(index.search("region primary dns", 10));
    }

    @Test
    void wordsThatSayNothingFindNothing() {
        assertThat(index.search("", 5)).isEmpty();
        assertThat(index.search("  ?!* ", 5)).isEmpty();
        assertThat(index.search("primary", 0)).isEmpty();
        assertThat(index.search("primary", -1)).isEmpty();
    }

    @Test
    @DisplayName("what is too long is cut and says so (S-12)")
    void whatIsTooLongIsCutAndSaysSo() {
        assertThat(SearchWords.read("a ".repeat(40)).terms()).hasSize(SearchWords.MOST_TERMS);
        assertThat(SearchWords.read("a ".repeat(40)).note()).isPresent();
        assertThat(SearchWords.read("a".repeat(600)).note()).isPresent();
        assertThat(SearchWords.read("a ".repeat(32)).note()).isEmpty();
    }
}
