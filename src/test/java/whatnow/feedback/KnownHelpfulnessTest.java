package whatnow.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness.Votes;

class KnownHelpfulnessTest {

    static final ArticleId FAIL_BACK = new ArticleId("fail-back");

    final AtomicReference<Supplier<Map<ArticleId, Votes>>> facts = new AtomicReference<>(Map::of);
    final KnownHelpfulness helpfulness = new KnownHelpfulness(() -> facts.get().get());

    @Test
    void whatNobodyJudgedHasNoVotes() {
        assertThat(helpfulness.of(FAIL_BACK)).isEqualTo(Votes.NONE);
    }

    @Test
    void whatWasSaidIsKnownAfterTheNextLook() {
        facts.set(() -> Map.of(FAIL_BACK, new Votes(3, 1)));

        helpfulness.refresh();

        assertThat(helpfulness.of(FAIL_BACK)).isEqualTo(new Votes(3, 1));
    }

    @Test
    void whileTheDatabaseIsAwayWhatWasLastKnownCounts() {
        facts.set(() -> Map.of(FAIL_BACK, new Votes(3, 1)));
        helpfulness.refresh();
        facts.set(() -> {
            throw new DataAccessResourceFailureException("away");
        });

        helpfulness.refresh();

        assertThat(helpfulness.of(FAIL_BACK)).isEqualTo(new Votes(3, 1));
    }
}
