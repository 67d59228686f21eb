package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/**
 * A process that writes the index is killed at random moments, again and again over the same folder. The long profile is
 * {@code -Dwhatnow.rounds=200}. The seed is printed and set with {@code -Dwhatnow.seed}; the moments of the kills also
 * depend on the machine.
 */
class KilledIndexTest {

    private static final int ROUNDS = Integer.getInteger("whatnow.rounds", 10);
    private static final long SEED = Long.getLong("whatnow.seed", System.nanoTime() % 1_000_000);
    private static final int LONGEST_MILLIS = 300;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    @DisplayName(
            "killed at any moment: the index opens with its last commit, is clean, and in step after that (I-1, I-4)")
    void whatWasKilledOpensWithItsLastCommit() throws Exception {
        var commits = 0;
        var starting = 0;
        var halves = 0;
        Map<ArticleId, Article> truth = Map.of();
        for (var round = 0; round < ROUNDS; round++) {
            var where = "round %d, -Dwhatnow.seed=%d".formatted(round, SEED);
            var committed = writeAndKill(SEED + round);
            var edits = new Edits(SEED + round);
            var before = committed == 0 ? truth : edits.after(committed * WritesUntilKilled.EDITS);
            truth = edits.after(WritesUntilKilled.EDITS);

            var versions = openedAfterTheKill();
            assertThat(versions).as(where).isIn(Edits.versions(before), Edits.versions(truth));
            try (var index = KeptIndex.in(folder)) {
                index.follow(truth);

                assertThat(index.trouble()).as(where).isEmpty();
                assertFound(index, truth, where);
            }
            try (var directory = FSDirectory.open(kept())) {
                assertThat(IndexContents.isClean(directory)).as(where).isTrue();
                assertThat(IndexContents.of(directory)).as(where).isEqualTo(IndexContents.afresh(truth));
            }
            commits += committed;
            starting += committed == 0 ? 1 : 0;
            halves += versions.equals(Edits.versions(truth)) ? 1 : 0;
        }
        System.out.printf(
                "%d kills (-Dwhatnow.seed=%d) within %d commits: %d before the first one, %d after one that nobody heard of.%n",
                ROUNDS, SEED, commits, starting, halves);
        assertThat(commits).isPositive();
    }

    /** How many commits it told of. */
    private int writeAndKill(long seed) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WritesUntilKilled.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectErrorStream(true)
                .start();
        // One in four dies while it opens what the last one left.
        var sign = random.nextInt(4) == 0 ? "up" : "commit 2";
        try (var output = process.inputReader()) {
            var said = new ArrayList<String>();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.equals(sign)) {
                    Thread.sleep(random.nextInt(LONGEST_MILLIS));
                    assertThat(process.isAlive()).as("It ended by itself.").isTrue();
                    // That of the process itself would close what it said, too.
                    process.toHandle().destroyForcibly();
                }
            }
            assertThat(said).contains(sign);
            return (int) said.stream().filter(it -> it.startsWith("commit ")).count();
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private Map<ArticleId, String> openedAfterTheKill() throws IOException {
        try (var index = new IndexFolder(folder).open()) {
            return index.versions();
        }
    }

    private static void assertFound(KeptIndex index, Map<ArticleId, Article> truth, String where) {
        Edits.wordsOfOne(truth)
                .forEach((word, owner) -> assertThat(slugs(index, word, truth))
                        .as("%s, %s", where, word)
                        .containsExactly(owner));
    }

    private static List<String> slugs(KeptIndex index, String typed, Map<ArticleId, Article> truth) {
        return index.find(Question.read(typed), Circumstances.NONE, truth, Helpfulness.NONE, 5).hits().stream()
                .map(it -> it.article().slug())
                .toList();
    }

    private Path kept() {
        return folder.resolve("articles-" + Fields.SCHEMA);
    }
}
