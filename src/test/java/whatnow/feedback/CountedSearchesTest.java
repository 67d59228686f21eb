package whatnow.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import whatnow.knowledge.ArticleId;

class CountedSearchesTest {

    static final ArticleId FAIL_BACK = new ArticleId("fail-back");
    static final ArticleId RANSOMWARE = new ArticleId("ransomware");

    final List<SortedMap<String, Long>> written = new ArrayList<>();
    boolean isAway;
    final CountedSearches searches = new CountedSearches(it -> {
        if (isAway) {
            throw new DataAccessResourceFailureException("away");
        }
        written.add(it);
    });

    @Test
    void searchesAreAddedUpUntilTheyAreWritten() {
        searches.note(List.of(FAIL_BACK, RANSOMWARE));
        searches.note(List.of(FAIL_BACK));

        searches.flush();

        assertThat(written).containsExactly(new TreeMap<>(Map.of("fail-back", 2L, "ransomware", 1L)));
    }

    @Test
    void whatWasWrittenIsNotWrittenAgain() {
        searches.note(List.of(FAIL_BACK));

        searches.flush();
        searches.flush();

        assertThat(written).hasSize(1);
    }

    @Test
    void whatCannotBeWrittenIsDropped() {
        isAway = true;
        searches.note(List.of(FAIL_BACK));
        searches.flush();
        isAway = false;

        searches.flush();

        assertThat(written).isEmpty();
    }
}
