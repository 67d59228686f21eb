package whatnow.knowledge.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "KubeAPIDown, 'kube api down kubeapidown'",
        "pg_last_xact_replay_timestamp, 'pg last xact replai timestamp pg_last_xact_replay_timestamp'",
        "--force-new-deployment, 'forc new deploy force-new-deployment'",
        "us-east-1, 'us east 1 us-east-1'",
        "k8s, k8s",
        "5xx, 5xx",
        "HTTP5XXTooHigh, 'http5xx too high http5xxtoohigh'",
        "PostgreSQL, 'postgr sql postgresql'",
        "ERR_5021, 'err 5021 err_5021'",
        "failures, failur",
        "the, ''",
        "snapshot., snapshot"
    })
    void aNameIsKeptWholeAndInParts(String text, String tokens) {
        assertThat(String.join(" ", without(Token.Kind.CONCEPT, text))).isEqualTo(tokens);
    }

    @Test
    void wordsThatMeanTheSameShareAConcept() {
        assertThat(of(Token.Kind.CONCEPT, "OOM")).contains("§oom");
        assertThat(of(Token.Kind.CONCEPT, "the pod ran out of memory")).contains("§oom");
        assertThat(of(Token.Kind.CONCEPT, "OOMKilled")).contains("§oom");
        assertThat(of(Token.Kind.CONCEPT, "PostgresqlDown")).contains("§postgres", "§down");
    }

    @Test
    void aTokenKnowsWhereItStands() {
        var text = "Then (RegionDown) fired";

        assertThat(Words.written(text).stream()
                        .filter(it -> it.text().equals("regiondown"))
                        .map(it -> text.substring(it.start(), it.end())))
                .containsExactly("RegionDown");
    }

    @Test
    void whatIsWrittenIsTheSameWithoutConcepts() {
        var text = "Promote the standby of orders-db in KubeAPIDown when it is out of memory";

        assertThat(Words.written(text).stream().map(Token::text))
                .containsExactlyElementsOf(without(Token.Kind.CONCEPT, text));
    }

    private static List<String> of(Token.Kind kind, String text) {
        return Words.of(text).stream()
                .filter(it -> it.kind() == kind)
                .map(Token::text)
                .toList();
    }

    private static List<String> without(Token.Kind kind, String text) {
        return Words.of(text).stream()
                .filter(it -> it.kind() != kind)
                .map(Token::text)
                .toList();
    }
}
