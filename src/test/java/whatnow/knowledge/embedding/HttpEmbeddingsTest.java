package whatnow.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import whatnow.knowledge.Embeddings;
import whatnow.knowledge.EmbeddingsContract;

/** Against a real server on this machine. */
class HttpEmbeddingsTest extends EmbeddingsContract {

    private final EmbeddingServer server = new EmbeddingServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected Embeddings embeddings() {
        return server.embeddings();
    }

    @Test
    void asksInTheFormThatMostEndpointsSpeak() throws IOException {
        server.embeddings().ofSections(List.of("one", "two"));

        var asked = server.requests().getFirst();
        assertThat(asked.body()).hasToString("{\"model\":\"thesaurus\",\"input\":[\"one\",\"two\"]}");
        assertThat(asked.authorization()).contains("Bearer secret-key");
    }

    @Test
    void whereThereIsNoKeyNoneIsSent() throws IOException {
        server.endpoint("").open().ofQuestion("disk");

        assertThat(server.requests())
                .extracting(EmbeddingServer.Asked::authorization)
                .containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoAnswerIsAFailureThatSaysWhatWasExpected(EmbeddingServer.Fault fault) throws IOException {
        var embeddings = server.embeddings();
        embeddings.ofQuestion("disk");
        server.fails(fault);

        assertThatThrownBy(() -> embeddings.ofQuestion("disk"))
                .isInstanceOf(IOException.class)
                .message()
                .containsIgnoringCase("expected")
                .doesNotContain("secret-key", "127.0.0.1");
    }

    @Test
    void nobodyThereIsAFailure() throws IOException {
        var embeddings = server.embeddings();
        server.close();

        assertThatThrownBy(() -> embeddings.ofQuestion("disk")).isInstanceOf(IOException.class);
    }

    @Test
    void anEmptyVectorOneThatIsTooLongAndUnequalOnesAreRefused() {
        for (var data : List.of(
                "{\"embedding\": []}, {\"embedding\": []}",
                "{\"embedding\": [1]}, {\"embedding\": [1, 2]}",
                "{\"embedding\": [1]}, {\"index\": 7, \"embedding\": [1]}",
                "{\"embedding\": [%s1]}, {\"embedding\": [1]}".formatted("1,".repeat(4_096)))) {
            server.says("{\"data\": [%s]}".formatted(data));

            assertThatThrownBy(() -> server.embeddings().ofSections(List.of("a", "b")))
                    .as(data)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("expected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no address", "ftp://127.0.0.1/", "http://", "/v1/embeddings"})
    void anAddressThatIsNoneIsAFailureAndNoReasonNotToStart(String url) {
        var embeddings = new EmbeddingEndpoint(url, "", "", Duration.ofMillis(300), Duration.ofSeconds(1)).open();

        assertThatThrownBy(() -> embeddings.ofQuestion("disk"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("http://127.0.0.1:8081/v1/embeddings");
    }

    @Test
    void aKeyThatCannotBeSentIsNotShown() {
        var failure = catchThrowable(() -> server.endpoint("secret\nkey").open().ofQuestion("disk"));

        var shown = new StringWriter();
        failure.printStackTrace(new PrintWriter(shown));
        assertThat(failure).isInstanceOf(IOException.class);
        assertThat(shown.toString()).doesNotContain("secret");
        assertThat(server.endpoint("secret-key").toString()).doesNotContain("secret-key");
    }

    @Test
    void itIsOffUnlessAnAddressIsSet() {
        var application = new ApplicationContextRunner()
                .withInitializer(it ->
                        it.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
                .withUserConfiguration(EmbeddingConfiguration.class);

        application.run(it -> assertThat(it.getBean(Embeddings.class)).isSameAs(Embeddings.NONE));
        application
                .withPropertyValues("whatnow.embeddings.url= ")
                .run(it -> assertThat(it.getBean(Embeddings.class)).isSameAs(Embeddings.NONE));
        application
                .withPropertyValues("whatnow.embeddings.url=" + server.url())
                .run(it -> assertThat(it.getBean(Embeddings.class).ofQuestion("disk"))
                        .isNotEmpty());
    }
}
