package whatnow.knowledge.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.knowledge.embedding.EmbeddingServer;

class EvaluationTest {

    @TempDir
    Path folder;

    @Test
    void theBestOrderIsOneAndMissingAllIsNothing() {
        var grades = Map.of("a", 2, "b", 1);

        assertThat(Measures.of(List.of("a", "b", "x"), grades)).isEqualTo(new Measures(1, 1, 1, 1));
        assertThat(Measures.of(List.of("x", "y"), grades)).isEqualTo(new Measures(0, 0, 0, 0));
    }

    @Test
    void countsPlacesAndGrades() {
        var measures = Measures.of(List.of("x", "a"), Map.of("a", 2, "b", 1));

        assertThat(measures.ndcg()).isCloseTo((3 / 1.58496) / (3 + 1 / 1.58496), within(1e-4));
        assertThat(measures.recall()).isEqualTo(0.5);
        assertThat(measures.reciprocalRank()).isEqualTo(0.5);
        assertThat(measures.success()).isZero();
    }

    @Test
    void whatComesAfterTheTenthPlaceDoesNotCount() {
        var found = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a");

        assertThat(Measures.of(found, Map.of("a", 2))).isEqualTo(new Measures(0, 0, 0, 0));
    }

    @Test
    void weakQuestionsStayOut() throws IOException {
        var queries = queries("""
                {"qid": "1", "style": "alert", "query": "disk full", "relevant": [{"doc": "a.md", "grade": 2}]}

                {"qid": "2", "style": "alert", "query": "x", "relevant": [{"doc": "a.md"}], "weak": "the page is an overview"}
                {"qid": "3", "style": "symptom", "query": "x", "relevant": [{"doc": "b.md"}], "weak": false}
                """);
        var clock = new AtomicLong();

        var evaluation = Evaluation.of(List.of(always("a.md")), queries, () -> clock.addAndGet(7));

        var figures = evaluation.answers().getFirst().figures();
        assertThat(figures.get("alert")).isEqualTo(new Evaluation.Figures(1, 1, 1, 1, 1, 7, 7));
        assertThat(figures.get("symptom")).isEqualTo(new Evaluation.Figures(1, 0, 0, 0, 0, 7, 7));
        assertThat(evaluation.answers().getFirst().worst(1))
                .extracting(it -> it.query().id())
                .containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"qid\": \"1\"}",
                "{\"qid\": \"1\", \"style\": \"alert\", \"query\": \"\", \"relevant\": [{\"doc\": \"a.md\"}]}",
                "{\"qid\": \"1\", \"style\": \"alert\", \"query\": \"x\", \"relevant\": []}",
                "{\"qid\": \"1\", \"style\": \"alert\", \"query\": \"x\", \"relevant\": [{\"grade\": 2}]}"
            })
    void aBrokenLineIsNamed(String line) {
        var good = "{\"qid\": \"1\", \"style\": \"alert\", \"query\": \"x\", \"relevant\": [{\"doc\": \"a.md\"}]}\n";

        assertThatThrownBy(() -> queries(good + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("queries.jsonl:2")
                .hasMessageContaining("Expected");
    }

    @Test
    void aFileWithoutQuestionsIsNamed() {
        assertThatThrownBy(() -> queries("\n\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no question");
    }

    @Test
    void aFolderWithoutMarkdownIsNamed() throws IOException {
        var queries = queries(
                "{\"qid\": \"1\", \"style\": \"alert\", \"query\": \"x\", \"relevant\": [{\"doc\": \"a.md\"}]}");

        assertThatThrownBy(() -> Measuring.of(folder, queries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void measuresTheProductBesidePlainLucene() throws IOException {
        Files.writeString(folder.resolve("disk-is-full.md"), "# Disk is full\n\nDelete old logs.\n");
        Files.writeString(folder.resolve("other.md"), "# Other\n\nA disk, a disk, a disk is full of holes.\n");
        var queries = queries(
                "{\"qid\": \"1\", \"style\": \"alert\", \"query\": \"DiskIsFull\", \"relevant\": [{\"doc\": \"disk-is-full.md\"}]}");

        var evaluation = Measuring.of(folder, queries);

        assertThat(evaluation.answers())
                .extracting(Evaluation.Answers::engine)
                .containsExactly("whatnow", "plain Lucene");
        assertThat(evaluation.answers().get(0).all())
                .extracting(Evaluation.Answer::ndcg)
                .containsExactly(1.0);
        assertThat(evaluation.answers().get(1).all())
                .extracting(Evaluation.Answer::ndcg)
                .containsExactly(0.0);
    }

    @Test
    void measuresWordsAndMeaningTogetherWhereThereIsAnEndpoint() throws IOException {
        Files.writeString(folder.resolve("volume.md"), "# Volume\n\nNo space left.\n");
        var queries = queries(
                "{\"qid\": \"1\", \"style\": \"symptom\", \"query\": \"larder bursting\", \"relevant\": [{\"doc\": \"volume.md\"}]}");

        try (var server = new EmbeddingServer()) {
            var evaluation = Measuring.of(folder, queries, server.url(), "thesaurus", "");

            assertThat(evaluation.answers())
                    .extracting(Evaluation.Answers::engine)
                    .containsExactly("whatnow", "plain Lucene", "hybrid");
            assertThat(evaluation.answers())
                    .extracting(it -> it.all().getFirst().ndcg())
                    .containsExactly(0.0, 0.0, 1.0);
        }
    }

    @Test
    void anEndpointThatFailsIsNotMeasuredAsIfItHadAnswered() throws IOException {
        Files.writeString(folder.resolve("volume.md"), "# Volume\n\nNo space left.\n");
        var queries = queries(
                "{\"qid\": \"1\", \"style\": \"symptom\", \"query\": \"larder\", \"relevant\": [{\"doc\": \"volume.md\"}]}");

        try (var server = new EmbeddingServer()) {
            server.fails(EmbeddingServer.Fault.ANSWERS_500);

            assertThatThrownBy(() -> Measuring.of(folder, queries, server.url(), "", ""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("500");
        }
    }

    private List<JudgedQuery> queries(String lines) throws IOException {
        var file = folder.resolve("queries.jsonl");
        Files.writeString(file, lines);
        return QueryFile.read(file);
    }

    private static Engine always(String path) {
        return new Engine() {
            @Override
            public String name() {
                return "always";
            }

            @Override
            public List<String> find(String question) {
                return List.of(path);
            }
        };
    }
}
