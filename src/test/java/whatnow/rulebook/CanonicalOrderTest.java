package whatnow.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalOrderTest {

    @Test
    void whatARuleSaysAlikeOfSeveralFactsItHasSaidOnceBecauseOfAll() {
        var spoken = List.of(
                said("a lamp is out", "change it", "hall", "fuse"),
                said("a lamp is out", "change it", "attic", "fuse"));

        assertThat(CanonicalOrder.of(spoken)).singleElement().satisfies(it -> {
            assertThat(it.statement()).isEqualTo("change it");
            assertThat(it.matched()).containsExactly("attic", "fuse", "hall");
        });
    }

    @Test
    void differentWordsAndDifferentRulesStayApart() {
        var spoken = List.of(
                said("a lamp is out", "change it", "hall"),
                said("a lamp is out", "wait", "hall"),
                said("it is dark", "change it", "hall"));

        assertThat(CanonicalOrder.of(spoken)).hasSize(3);
    }

    @Test
    void theOrderInWhichRulesSpokeDoesNotMatter() {
        var spoken = new ArrayList<>(List.of(
                said("a lamp is out", "change it", "hall"),
                said("a lamp is out", "change it", "attic"),
                said("a lamp is out", "wait", "hall"),
                said("it is dark", "change it", "cellar"),
                said("it is dark", "change it", "attic")));
        var kept = CanonicalOrder.of(spoken);

        for (var seed = 0; seed < 50; seed++) {
            Collections.shuffle(spoken, new Random(seed));
            assertThat(CanonicalOrder.of(spoken)).isEqualTo(kept);
        }
    }

    private static Spoken said(String rule, String statement, Object... matched) {
        return new Spoken(rule, "lamps#change", List.of("S1-01"), "house", statement, List.of(matched));
    }
}
