package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Articles;
import whatnow.knowledge.Embeddings;
import whatnow.knowledge.Found;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Thesaurus;
import whatnow.knowledge.embedding.EmbeddingServer;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/** Words and meaning together, against a real endpoint; and words alone whenever that fails. */
class ByMeaningTest {

    private static final String ALONE = "The embeddings do not answer; found by words alone.";

    private final EmbeddingServer server = new EmbeddingServer();
    private final AtomicLong nanos = new AtomicLong();
    private final Map<ArticleId, Article> articles = new TreeMap<>();
    private KeptIndex index = KeptIndex.inMemory().with(server.embeddings(), SectionVectors.MOST_FLOATS, nanos::get);

    ByMeaningTest() {
        put("disk", "The volume has no space left.");
        put("tls", "The x509 handshake fails.");
        put("other", "Restart the proxy.");
    }

    @AfterEach
    void close() {
        index.close();
        server.close();
    }

    @Test
    void findsAnArticleThatSharesNoWordWithTheQuestion() {
        learn();

        var hits = find("larder bursting").hits();

        assertThat(slugs(hits)).containsExactly("disk");
        assertThat(hits.getFirst().section()).isEqualTo("part");
        assertThat(hits.getFirst().snippet()).isEqualTo("The volume has no space left.");
        assertThat(hits.getFirst().why()).containsExactly("close in meaning");
    }

    @Test
    void whatWordsAndMeaningFindComesFirstAndSaysWhy() {
        put("proxy-disk", "Restart the proxy when the larder is full.");
        learn();

        var hits = find("restart proxy larder").hits();

        assertThat(slugs(hits)).containsExactly("proxy-disk", "other", "disk");
        assertThat(hits.get(0).why()).contains("in the text: restart, proxy, larder", "also close in meaning");
        assertThat(hits.get(1).why()).doesNotContain("also close in meaning");
    }

    @Test
    void equalQuestionsGetEqualAnswers() {
        put("disk-too", "The volume has no space left.");
        learn();

        var first = find("restart bursting larder");

        assertThat(slugs(first.hits())).contains("disk", "disk-too");
        assertThat(find("restart bursting larder")).isEqualTo(first);
    }

    @Test
    void offNobodyIsAskedAndTheIndexIsTheSame() {
        var plain = KeptIndex.inMemory();

        assertThat(plain.with(Embeddings.NONE)).isSameAs(plain);
        assertThat(plain.isInStep()).isTrue();
        assertThat(plain.troubleWithMeaning()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"larder\" bursting", "larder -tape", "type:lesson", ""})
    void whatMeansTheWordsAsTheyAreIsAskedOfNobody(String typed) {
        learn();
        var before = server.requests().size();

        find(typed);

        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void whatAnIncidentAsksLeavesForNowhere() {
        learn();
        var before = server.requests().size();

        var found = index.find(Question.read("larder"), SmallIndex.of("shop"), articles, Helpfulness.NONE, 5);

        assertThat(found.hits()).isEmpty();
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void filtersHoldForMeaningToo() {
        learn();

        assertThat(slugs(find("larder type:lesson").hits())).containsExactly("disk");
        assertThat(slugs(find("larder type:less*").hits())).containsExactly("disk");
        assertThat(find("larder type:runbook").hits()).isEmpty();
    }

    @Test
    void anArticleThatIsDeprecatedGoneOrNotShownIsNotFoundByMeaning() {
        put("old", "The disk is full.", "deprecated");
        learn();
        articles.remove(new ArticleId("disk"));

        assertThat(find("larder").hits()).isEmpty();

        learn();
        assertThat(find("larder").hits()).isEmpty();
    }

    @Test
    void unchangedSectionsAreNotAskedForAgain() {
        learn();
        var first = server.texts();
        put("tls", "The certificate is expired.");
        put("copy-of-nothing", "Something new.");

        learn();

        assertThat(first).hasSize(6).doesNotHaveDuplicates();
        assertThat(server.texts()).hasSize(9).doesNotHaveDuplicates();
        assertThat(server.texts().subList(6, 9)).noneMatch(it -> it.contains("volume"));
        assertThat(slugs(find("passport").hits())).containsExactly("tls");
    }

    @Test
    void manySectionsAreAskedForInBatches() {
        for (var number = 0; number < 100; number++) {
            put("more-" + number, "Number " + number + ".");
        }

        learn();

        assertThat(server.texts()).hasSize(2 * 103);
        assertThat(server.requests()).hasSize(4).allMatch(it -> it.texts().size() <= 64);
    }

    @ParameterizedTest
    @EnumSource
    void whenTheEndpointFailsWordsAnswerAndItIsSaid(EmbeddingServer.Fault fault) {
        learn();
        server.fails(fault);

        var found = find("proxy");

        assertThat(slugs(found.hits())).containsExactly("other");
        assertThat(found.notes()).containsExactly(ALONE);
        assertThat(found).isEqualTo(byWordsAlone("proxy").noting(ALONE));
    }

    @Test
    void whenTheEndpointIsGoneWordsAnswer() {
        learn();
        server.close();

        assertThat(slugs(find("proxy").hits())).containsExactly("other");
        assertThat(find("proxy").notes()).containsExactly(ALONE);
    }

    @Test
    void afterThreeFailuresItIsLeftAloneForAMinute() {
        learn();
        server.fails(EmbeddingServer.Fault.ANSWERS_500);
        for (var tries = 0; tries < 3; tries++) {
            find("proxy");
        }
        var before = server.requests().size();
        server.heals();

        assertThat(find("larder").notes()).containsExactly(ALONE);
        assertThat(server.requests()).hasSize(before);

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertThat(find("larder").notes()).isEmpty();
        assertThat(slugs(find("larder").hits())).containsExactly("disk");
    }

    @Test
    void anEndpointThatIsAwayAtFirstIsLearntFromWhenItComes() {
        server.fails(EmbeddingServer.Fault.ANSWERS_500);
        index.follow(articles);
        until(() -> find("proxy").notes().contains(ALONE));

        assertThat(slugs(find("proxy").hits())).containsExactly("other");
        assertThat(index.troubleWithMeaning()).get().asString().contains("expected to answer 200; it was 500");

        server.heals();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        until(index::isInStep);
        assertThat(slugs(find("larder").hits())).containsExactly("disk");
        assertThat(index.troubleWithMeaning()).isEmpty();
    }

    @Test
    void oneTextThatIsRefusedKeepsOutNoOther() {
        put("poison", "A tape.");
        server.refuses("tape");
        index.follow(articles);

        until(() -> {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
            return index.troubleWithMeaning()
                    .filter(it -> it.contains("(7 are)"))
                    .isPresent();
        });

        assertThat(slugs(find("larder").hits())).containsExactly("disk");
        assertThat(slugs(find("passport").hits())).containsExactly("tls");
        assertThat(index.isInStep()).isFalse();
        assertThat(index.troubleWithMeaning()).get().asString().contains("400");
    }

    @Test
    void whereThereIsNoRoomForAllTheBeginningsComeFirst() {
        index.close();
        var room = 4 * Thesaurus.vector("").length;
        index = KeptIndex.inMemory().with(new Thesaurus(), room, nanos::get);
        put("disk", "A.", "approved", "The volume is full");
        put("tls", "The queue.", "approved", "The handshake");

        learn();

        assertThat(slugs(find("larder").hits())).containsExactly("disk");
        assertThat(slugs(find("passport").hits())).containsExactly("tls");
        assertThat(find("kafka").hits()).isEmpty();
        assertThat(index.troubleWithMeaning())
                .contains("There is room for the meaning of 4 sections; 2 more are found by words alone.");
    }

    @Test
    void oneThreadLearnsHoweverOftenArticlesChangeMeanwhile() {
        index.close();
        var answers = new CountDownLatch(1);
        index = KeptIndex.inMemory().with(new Held(answers), SectionVectors.MOST_FLOATS, nanos::get);
        var before = learners();

        for (var round = 0; round < 30; round++) {
            put("disk", "Round " + round + ": the volume has no space left.");
            index.follow(articles);
        }

        assertThat(learners() - before).isLessThanOrEqualTo(1);
        answers.countDown();
        until(index::isInStep);
        assertThat(slugs(find("larder").hits())).containsExactly("disk");
    }

    @Test
    void theNewestArticlesWinHoweverOftenTheyChange() {
        for (var round = 0; round < 50; round++) {
            put("disk", "Round " + round + ": the volume has no space left.");
            index.follow(articles);
        }
        put("disk", "Nothing of interest.");
        learn();

        assertThat(find("larder").hits()).isEmpty();
    }

    private void put(String id, String words) {
        put(id, words, "approved");
    }

    private void put(String id, String words, String status) {
        put(id, words, status, "A lesson");
    }

    private void put(String id, String words, String status, String heading) {
        var text = Articles.minimal(id, "## Part {#part}\n\n" + words + "\n")
                .replace("status: approved", "status: " + status)
                .replace("title: A lesson", "title: About " + id.replaceAll("[a-z]", "q") + id.hashCode())
                .replace("# A lesson", "# " + heading);
        var article = Articles.read(text);
        articles.put(article.id(), article);
    }

    private void learn() {
        index.follow(articles);
        until(index::isInStep);
    }

    private Found find(String typed) {
        return index.find(Question.read(typed), Circumstances.NONE, articles, Helpfulness.NONE, 5);
    }

    private Found byWordsAlone(String typed) {
        try (var words = KeptIndex.inMemory()) {
            words.follow(articles);
            return words.find(Question.read(typed), Circumstances.NONE, articles, Helpfulness.NONE, 5);
        }
    }

    private static List<String> slugs(List<Hit> hits) {
        return hits.stream().map(it -> it.article().slug()).distinct().toList();
    }

    private static long learners() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().equals("knowledge-embeddings"))
                .count();
    }

    /** An endpoint that takes its time with sections. */
    private record Held(CountDownLatch answers) implements Embeddings {

        @Override
        public float[] ofQuestion(String words) {
            return Thesaurus.vector(words);
        }

        @Override
        public List<float[]> ofSections(List<String> texts) throws IOException {
            try {
                answers.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            return texts.stream().map(Thesaurus::vector).toList();
        }
    }

    /** Something that happens behind our back, and soon. */
    private static void until(BooleanSupplier holds) {
        for (var tries = 0; tries < 2_000 && !holds.getAsBoolean(); tries++) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
