package whatnow.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;
import whatnow.testkit.SampleIncidents;

class DraftTextTest {

    final Incident incident = SampleIncidents.make().numbered("INC-2026-0042").orElseThrow();

    @TempDir
    Path folder;

    @Test
    void whatIsMissingIsItsTitleAndItsFileName() {
        var draft = text("how to warm the cache", List.of(), List.of());

        assertThat(draft.title()).isEqualTo("How to warm the cache");
        assertThat(draft.markdown()).contains("id: how-to-warm-the-cache\n");
    }

    @Test
    void aFileNameHoldsWholeWords() {
        var words = text("how to warm the cache of the second replica before traffic comes back", List.of(), List.of());
        var one = text("x".repeat(80), List.of(), List.of());

        assertThat(words.markdown()).contains("id: how-to-warm-the-cache-of-the-second-replica-before-traffic\n");
        assertThat(one.markdown()).contains("id: " + "x".repeat(60) + "\n");
    }

    @Test
    void aStepThatWasTickedByMistakeIsNoDeed() {
        var untick = new Fact(
                UUID.randomUUID(),
                FactType.STEP_DONE,
                Subject.NOTHING,
                State.FALSE,
                new TreeMap<>(Map.of("article", "fail-back", "step", 3)),
                new FactSource(FactSource.Kind.PERSON, "anna"),
                NOON,
                NOON,
                Optional.empty(),
                Optional.of(incident.id()));

        assertThat(text("the cache", List.of(), List.of(untick)).markdown()).doesNotContain("ticked");
    }

    @Test
    void withoutWordsTheSymptomIsItsTitle() {
        var draft = text("", List.of(symptom("payments", "PaymentsDown")), List.of());

        assertThat(draft.title()).isEqualTo("payments: unavailable");
    }

    @Test
    void anIdThatAnArticleHasGetsANumber() {
        var missed = missed("fail back", List.of(), List.of());

        var draft = DraftText.of(missed, List.of("fail-back", "fail-back-2")::contains);

        assertThat(draft.markdown()).contains("id: fail-back-3\n");
    }

    @Test
    void itReadsAsADraftOfARunbookWithEverySection() throws IOException {
        var article = article(text("how to warm the cache", List.of(symptom("payments", "PaymentsDown")), List.of()));

        assertThat(article.type()).isEqualTo(Article.Type.RUNBOOK);
        assertThat(article.frontMatter().status()).isEqualTo(Article.Status.DRAFT);
        assertThat(article.frontMatter().services()).containsExactly("payments");
        assertThat(article.frontMatter().alerts()).containsExactly("PaymentsDown");
        assertThat(article.sections().stream().map(it -> it.id()).skip(1))
                .containsExactly(
                        "when", "do-not", "before-you-start", "steps", "verification", "rollback", "escalation");
        assertThat(article.text()).contains("INC-2026-0042");
    }

    @Test
    void whatPeopleDidAndWroteStandsUnderTheSteps() throws IOException {
        var note = fact(FactType.NOTE, Map.of("text", "restarted the second node"));
        var ticked = fact(FactType.STEP_DONE, Map.of("article", "fail-back", "section", "steps", "step", 3));

        var steps = article(text("the cache", List.of(), List.of(note, ticked)))
                .section("steps")
                .orElseThrow();

        assertThat(steps.text()).contains("restarted the second node", "ticked step 3 of `fail-back#steps`");
    }

    @Test
    @DisplayName("names from strangers become neither key, heading nor command of a draft (N-8)")
    void namesFromStrangersBecomeNothingElse() throws IOException {
        var evil = "x\"]\nstatus: approved\n---\n# Owned {#owned}\n```sh id=boom danger=false\nrm -rf /\n```\n`";
        var note = fact(FactType.NOTE, Map.of("text", evil));

        var article = article(text(evil, List.of(symptom(evil, evil)), List.of(note)));

        assertThat(article.frontMatter().status()).isEqualTo(Article.Status.DRAFT);
        assertThat(article.section("owned")).isEmpty();
        assertThat(article.sections()).hasSize(8);
        assertThat(article.sections().stream().flatMap(it -> it.steps().stream()))
                .noneMatch(it -> it.command().isPresent());
    }

    private Article article(DraftText draft) throws IOException {
        var id = draft.markdown().lines().skip(1).findFirst().orElseThrow().substring(4);
        Files.createDirectories(folder.resolve("runbooks"));
        Files.writeString(folder.resolve("runbooks/" + id + ".md"), draft.markdown());
        try (var library = Library.of(folder)) {
            assertThat(library.problems()).isEmpty();
            return library.find(new ArticleId(id)).orElseThrow();
        }
    }

    private DraftText text(String note, List<Symptom> symptoms, List<Fact> facts) {
        return DraftText.of(missed(note, symptoms, facts), _ -> false);
    }

    private DraftText.Missed missed(String note, List<Symptom> symptoms, List<Fact> facts) {
        return new DraftText.Missed(incident, Optional.of("fail-back#steps"), note, symptoms, facts);
    }

    private static Symptom symptom(String service, String alert) {
        return new Symptom(
                service,
                SymptomKind.UNAVAILABLE,
                Optional.of("us-east-1"),
                Optional.empty(),
                State.TRUE,
                NOON,
                NOON,
                Optional.empty(),
                1,
                false,
                List.of("prometheus"),
                List.of(alert));
    }

    private Fact fact(FactType type, Map<String, ?> fields) {
        return new Fact(
                UUID.randomUUID(),
                type,
                Subject.NOTHING,
                State.TRUE,
                new TreeMap<>(fields),
                new FactSource(FactSource.Kind.PERSON, "anna"),
                NOON,
                NOON,
                Optional.empty(),
                Optional.of(incident.id()));
    }
}
