package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import whatnow.signal.SymptomTables.Found;
import whatnow.signal.SymptomTables.KnownName;
import whatnow.signal.SymptomTables.LabelRow;
import whatnow.signal.SymptomTables.Weight;

/** Rules are given what may concern an alert, and no more. */
class AlertFactsTest {

    private static final AlertFacts FACTS = new AlertFacts(TableFiles.tables(ShippedSymptoms.BOOK));

    @Test
    void aRowThatCannotMatchIsKeptFromTheRules() {
        var facts = FACTS.concerning(alert("EtcdNoLeader", Map.of("region", "eu-west-1"), Map.of()));

        assertThat(facts)
                .filteredOn(KnownName.class::isInstance)
                .extracting(it -> ((KnownName) it).name())
                .containsExactly("EtcdNoLeader");
        assertThat(facts)
                .filteredOn(LabelRow.class::isInstance)
                .extracting(it -> ((LabelRow) it).label())
                .containsExactly("region");
    }

    @Test
    void eachPartOfAnAlertIsReadByItself() {
        var alert = alert("GizmoBackupFailed", Map.of(), Map.of("summary", "The certificate of gizmo has expired"));

        var found = FACTS.found(alert);

        assertThat(found)
                .filteredOn(Found.class::isInstance)
                .filteredOn(it -> !((Found) it).isBare())
                .extracting(it -> ((Found) it).field())
                .containsOnly(Field.NAME, Field.SUMMARY);
    }

    @Test
    void theMetricInALabelIsReadLikeAName() {
        var found = FACTS.found(alert("team-blue-17", Map.of("MetricName", "ReplicaLag"), Map.of()));

        assertThat(found)
                .filteredOn(it -> it instanceof Found word && word.isInMetric() && !word.isBare())
                .singleElement()
                .extracting(it -> ((Found) it).said())
                .isEqualTo(List.of("replica", "lag"));
    }

    @Test
    void ofEachWeightTheUppermostRowIsTaken() {
        var found = FACTS.found(alert("GizmoDiskFullBackupFailed", Map.of(), Map.of()));

        assertThat(found)
                .filteredOn(Found.class::isInstance)
                .extracting(it -> ((Found) it).row().weight())
                .doesNotHaveDuplicates()
                .contains(Weight.TELLING, Weight.GENERAL);
    }

    private static Alert alert(String name, Map<String, String> labels, Map<String, String> annotations) {
        return new Alert(name, Alert.words(name), new TreeMap<>(labels), new TreeMap<>(annotations));
    }
}
