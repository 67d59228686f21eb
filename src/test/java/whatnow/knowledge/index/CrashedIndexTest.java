package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;

/**
 * The machine loses its power while the index is written: what was not flushed is gone, cut, zeroed or garbled. The seed is
 * printed and set with {@code -Dwhatnow.seed}; {@code -Dwhatnow.rounds=1000} tries more.
 */
class CrashedIndexTest {

    private static final int ROUNDS = Integer.getInteger("whatnow.rounds", 200);
    private static final long SEED = Long.getLong("whatnow.seed", System.nanoTime() % 1_000_000);
    private static final int EDITS = 50;

    /** About as many as one round takes, so that some crashes come after its commit. */
    private static final int WRITES = 13_000;

    private static final int MOMENTS = 130;

    private final Random random = new Random(SEED);

    @Test
    @DisplayName(
            "200 crashes within 10,000 edits: the last commit is there, clean, and each article as if indexed afresh"
                    + " (I-1, I-4)")
    void whatCrashedOpensWithItsLastCommit() throws IOException {
        var edits = new Edits(SEED);
        var inside = 0;
        var lost = 0;
        Map<ArticleId, Article> before = Map.of();
        try (var directory = new FailingPower(random)) {
            for (var round = 0; round < ROUNDS; round++) {
                var where = "round %d, -Dwhatnow.seed=%d".formatted(round, SEED);
                var truth = edits.after(EDITS);
                var isInside = crashWhileFollowing(directory, truth);

                try (var index = IndexFolder.open(directory)) {
                    var versions = index.versions();
                    var isCommitted = versions.equals(Edits.versions(truth));
                    assertThat(isCommitted || isInside && versions.equals(Edits.versions(before)))
                            .as(where)
                            .isTrue();
                    inside += isInside ? 1 : 0;
                    lost += isCommitted ? 0 : 1;
                    index.follow(truth);
                }
                assertThat(IndexContents.isClean(directory)).as(where).isTrue();
                assertThat(IndexContents.of(directory)).as(where).isEqualTo(IndexContents.afresh(truth));
                before = truth;
            }
        }
        System.out.printf(
                "%d crashes (-Dwhatnow.seed=%d) within %d edits: %d while it was written, %d of them before its commit.%n",
                ROUNDS, SEED, ROUNDS * EDITS, inside, lost);
        assertThat(inside).isPositive();
    }

    /** Whether it crashed while it was written, and not directly after. */
    private boolean crashWhileFollowing(FailingPower power, Map<ArticleId, Article> truth) throws IOException {
        var index = IndexFolder.open(power);
        if (random.nextBoolean()) {
            power.goesAfterWrites(1 + random.nextInt(WRITES));
        } else {
            power.goesAfterMoments(1 + random.nextInt(MOMENTS));
        }
        var isInside = false;
        try {
            index.follow(truth);
        } catch (IOException | RuntimeException _) {
            isInside = true;
        }
        power.goesNow();
        try {
            index.close();
        } catch (IOException | RuntimeException _) {
            // Nothing can be written any more; the lock is given back all the same.
        }
        power.clearCrash();
        return isInside;
    }
}
