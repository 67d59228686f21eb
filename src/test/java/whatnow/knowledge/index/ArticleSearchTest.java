package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.knowledge.Articles;
import whatnow.knowledge.Found;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.Hit;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Filter;

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

    final SmallIndex index = new SmallIndex(Articles.read(Articles.RUNBOOK), Articles.read(RESTORE));

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
    }

    @Test
    void aPhraseThatStandsNowhereIsSearchedForAsWordsAndSaysSo() {
        var found = index.find("\"older newest one\"", 5);

        assertThat(found.hits()).first().extracting(Hit::section).isEqualTo("pick");
        assertThat(found.notes()).singleElement().asString().contains("searched for as words");
    }

    @ParameterizedTest
    @CsvSource({"S1-13", "s1-13", "RegionDown", "ledger", "region_lost", "regional_failover", "regional-failover", "dns"
    })
    void findsWhatTheFrontMatterNames(String typed) {
        assertThat(index.search(typed, 5)).extracting(it -> it.article().slug()).contains("regional-failover");
    }

    @Test
    void oneArticleDoesNotFillTheAnswer() {
        assertThat(index.search("region the primary standby", 10).stream()
                        .filter(it -> it.article().slug().equals("regional-failover")))
                .hasSize(3);
    }

    @Test
    void whatIsTypedHalfIsFoundAlready() {
        assertThat(index.search("snaps", 3)).first().extracting(Hit::section).isEqualTo("pick");
        assertThat(index.search("snaps* newest", 3))
                .first()
                .extracting(Hit::section)
                .isEqualTo("pick");
    }

    @Test
    void aTypoIsForgivenAndNamed() {
        var found = index.find("coruption snapshot", 3);

        assertThat(found.hits()).first().extracting(Hit::section).isEqualTo("pick");
        assertThat(found.didYouMean()).contains("corruption snapshot");
    }

    @Test
    void whatIsKnownIsNotCorrected() {
        assertThat(index.find("corrupted snapshots", 3).didYouMean()).isEmpty();
    }

    @Test
    void anotherWordForTheSameIsFound() {
        assertThat(index.search("cutover", 3))
                .extracting(it -> it.article().slug())
                .contains("regional-failover");
    }

    @Test
    void aWordCanBeExcluded() {
        assertThat(index.search("region -west", 9)).extracting(Hit::section).doesNotContain("region");
        assertThat(index.search("region", 9)).extracting(Hit::section).contains("region");
    }

    @Test
    void whatIsFoundCanBeNarrowed() {
        assertThat(index.search("region type:runbook", 9))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.article().slug()).isEqualTo("regional-failover"));
        assertThat(index.search("type:lesson", 9))
                .extracting(it -> it.article().slug())
                .containsExactly("restore-from-backup");
        assertThat(index.search("region type:runbook type:lesson", 9))
                .extracting(it -> it.article().slug())
                .contains("regional-failover", "restore-from-backup");
    }

    @Test
    void saysHowManyOfWhatWereFound() {
        assertThat(index.find("region", 9).facets().get(Filter.Field.TYPE))
                .extracting(Found.Facet::value)
                .containsExactlyInAnyOrder("runbook", "lesson");
    }

    @Test
    void saysWhyInWords() {
        var why = index.search("RegionDown corruption", 1).getFirst().why();

        assertThat(why).anySatisfy(it -> assertThat(it).startsWith("names the alert regiondown"));
        assertThat(index.search("newest snapshot", 1).getFirst().why())
                .containsExactly("in the heading: snapshot", "in the text: newest", "no runbook but a lesson (×0.75)");
    }

    @Test
    void marksTheWordsInTheSnippet() {
        var hit = index.search("newest corruption", 1).getFirst();

        assertThat(hit.marks().stream().map(it -> hit.snippet().substring(it.start(), it.end())))
                .containsExactly("newest", "corruption");
    }

    @Test
    void anArticleAboutTheSameServiceComesFirst() {
        var around = SmallIndex.of("ledger");

        var with = index.find("region", around, Helpfulness.NONE, 5).hits();

        assertThat(with.getFirst().score())
                .isGreaterThan(index.search("region", 5).stream()
                        .filter(it -> it.article().slug().equals("regional-failover"))
                        .findFirst()
                        .orElseThrow()
                        .score());
    }

    @Test
    void whatHelpedRisesAndWhatWasWrongSinks() {
        Helpfulness helped =
                it -> it.slug().equals("restore-from-backup") ? new Helpfulness.Votes(9, 0) : Helpfulness.Votes.NONE;
        Helpfulness wrong =
                it -> it.slug().equals("restore-from-backup") ? new Helpfulness.Votes(0, 9) : Helpfulness.Votes.NONE;

        var before = scoreOf("pick", Helpfulness.NONE);

        assertThat(scoreOf("pick", helped)).isGreaterThan(before);
        assertThat(scoreOf("pick", wrong)).isLessThan(before);
    }

    private float scoreOf(String section, Helpfulness helpfulness) {
        return index.find("snapshot", Circumstances.NONE, helpfulness, 5).hits().stream()
                .filter(it -> it.section().equals(section))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @Test
    void completesTitlesWhileOneTypes() {
        assertThat(index.suggest("standby reg")).containsExactly("regional-failover");
        assertThat(index.suggest("RegionD")).containsExactly("regional-failover");
        assertThat(index.suggest("r")).isEmpty();
        assertThat(index.suggest("nonsense reg")).isEmpty();
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
}
