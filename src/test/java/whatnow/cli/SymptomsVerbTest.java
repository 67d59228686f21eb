package whatnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import whatnow.signal.AlertReadings;

class SymptomsVerbTest {

    private static final AlertReadings READINGS = AlertReadings.of(Path.of("rules"));

    private static final String TWO_LINES = """
            {"id": "1", "source": "shop", "alertname": "CartDown", "labels": {"severity": "critical", "service": "cart"}}
            {"id": "2", "source": "shop", "alertname": "GizmoFrobnicated", "severity": "info", "colour": "blue"}
            """;

    @TempDir
    Path folder;

    @Test
    void alertsStandOneALine() throws IOException {
        var report = report(TWO_LINES);

        assertThat(report.alerts()).isEqualTo(2);
        assertThat(report.read()).isEqualTo(0.5);
        assertThat(report.named()).isEqualTo(0.5);
        assertThat(report.notUnderstood()).containsExactly(new SymptomsReport.Often("GizmoFrobnicated", 1));
    }

    @Test
    void alertsStandInAnArray() throws IOException {
        assertThat(report("[{\"alertname\": \"CartDown\"}, {\"labels\": {\"alertname\": \"CartSlow\"}}]")
                        .read())
                .isEqualTo(1);
    }

    @Test
    void alertsStandInWhatAlertmanagerSends() throws IOException {
        var report = report("""
                {"version": "4", "alerts": [
                  {"status": "firing", "labels": {"alertname": "team-blue-17"},
                   "generatorURL": "http://prom:9090/graph?g0.expr=up%7Bjob%3D%22cart%22%7D+%3D%3D+0&g0.tab=1"}]}
                """);

        assertThat(report.byKind()).containsOnlyKeys(whatnow.incident.SymptomKind.UNAVAILABLE);
    }

    @Test
    void aBrokenLineIsNamedAndCostsTheOthersNothing() throws IOException {
        var report = report(TWO_LINES + "{\"alertname\": \n[1]\n");

        assertThat(report.alerts()).isEqualTo(2);
        assertThat(report.unreadable())
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("line 3: not JSON"),
                        it -> assertThat(it)
                                .startsWith("line 4: expected an object with labels, alertname or summary"));
    }

    @Test
    void theSendersSeverityIsOneVoiceAmongOthers() throws IOException {
        var urgency = report(TWO_LINES).urgency();

        assertThat(urgency.majority().of()).isEqualTo(2);
        assertThat(urgency.withLabel().share()).isEqualTo(0.5);
    }

    @Test
    void labelsByHandAreComparedByIdAndASecondKindIsLenient() throws IOException {
        var labels =
                Files.writeString(folder.resolve("labels.csv"), "id,kind,also\n1,INSTANCE_DOWN,UNAVAILABLE\n9,SLOW,\n");

        var labelled = SymptomsReport.of(file(TWO_LINES), READINGS, Optional.of(KindLabels.of(labels)))
                .labelled()
                .orElseThrow();

        assertThat(labelled.strict().share()).isZero();
        assertThat(labelled.lenient()).isEqualTo(1);
        assertThat(labelled.missing()).isEqualTo(1);
        assertThat(labelled.confusions())
                .containsExactly(new SymptomsReport.Often("INSTANCE_DOWN read as UNAVAILABLE", 1));
    }

    @Test
    void agreementWeighsRareClassesAsMuchAsCommonOnes() {
        var pairs = List.of(
                new Agreement.Pair<>("a", "a"),
                new Agreement.Pair<>("a", "a"),
                new Agreement.Pair<>("a", "a"),
                new Agreement.Pair<>("b", "a"));

        assertThat(Agreement.of(pairs).share()).isEqualTo(0.75);
        assertThat(Agreement.of(pairs).macroF1()).isEqualTo((6.0 / 7 + 0) / 2);
        assertThat(Agreement.ofMajority(pairs)).isEqualTo(Agreement.of(pairs));
    }

    @Test
    void whatWasNotUnderstoodComesLast() throws IOException {
        assertThat(new SymptomsText(report(TWO_LINES)).text())
                .contains("read to a kind             50.0 %")
                .endsWith("not understood, most frequent first: 1 names\n     1  GizmoFrobnicated\n");
    }

    @Test
    void theCommandSaysJsonAndFailsOnBrokenLines() throws IOException {
        var good = Files.writeString(folder.resolve("good.jsonl"), TWO_LINES);
        var bad = Files.writeString(folder.resolve("bad.jsonl"), TWO_LINES + "x\n");

        var said = said("symptoms", "report", good.toString(), "--json");

        assertThat(JsonMapper.shared().readTree(said.text()).path("alerts").asInt())
                .isEqualTo(2);
        assertThat(said.code()).isEqualTo(Terminal.OK);
        assertThat(said("symptoms", "report", bad.toString()).code()).isEqualTo(Terminal.FAILED);
        assertThat(said("symptoms", "report", folder.resolve("none").toString()).code())
                .isEqualTo(Terminal.FAILED);
    }

    private SymptomsReport report(String text) throws IOException {
        return SymptomsReport.of(file(text), READINGS, Optional.empty());
    }

    private AlertFile file(String text) throws IOException {
        return AlertFile.of(Files.writeString(folder.resolve("alerts"), text));
    }

    private record SaidBy(int code, String text) {}

    @SuppressWarnings("SystemOut")
    private static SaidBy said(String... arguments) {
        var before = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return new SaidBy(Terminal.run(arguments), out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
