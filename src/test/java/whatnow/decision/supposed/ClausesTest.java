package whatnow.decision.supposed;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import whatnow.incident.FactType;
import whatnow.incident.SymptomKind;
import whatnow.testkit.Facts.AFact;

class ClausesTest {

    static String condition(AFact fact) {
        return Clauses.of(fact.build()).inACondition();
    }

    @Test
    void harmIsSupposed() {
        assertThat(condition(fact(FactType.REGION_STATUS).region("us-west-2").isFalse()))
                .isEqualTo("us-west-2 were lost");
        assertThat(condition(fact(FactType.STANDBY).service("freight-db").isFalse()))
                .isEqualTo("the standby of freight-db were not ready");
        assertThat(condition(fact(FactType.REPLICATION).region("us-west-2").with("lagSeconds", 960)))
                .isEqualTo("the replica in us-west-2 were 16 min behind");
        assertThat(condition(fact(FactType.WAL_ARCHIVE).service("freight-db").with("gapFrom", NOON)))
                .isEqualTo("the WAL archive of freight-db had a gap from 12:00:00 UTC");
    }

    @Test
    @DisplayName("what lowers the alarm or calls data clean is never merely supposed (safety.md 1)")
    void calmWouldHaveToBeKnown() {
        assertThat(condition(fact(FactType.CORRUPTION).service("freight-db").isFalse()))
                .isEqualTo("it were known that data of freight-db is not corrupt");
        assertThat(condition(fact(FactType.REGION_STATUS).region("us-east-1")))
                .isEqualTo("it were known that us-east-1 works");
        assertThat(condition(fact(FactType.INTRUSION).isFalse().with("kind", "ransomware")))
                .isEqualTo("it were known that no ransomware is at work");
        assertThat(condition(
                        fact(FactType.SYMPTOM).service("freight-api").isFalse().with("kind", "UNAVAILABLE")))
                .isEqualTo("it were known that it is no longer so that freight-api is unavailable");
    }

    @Test
    void aPersonsWordMakesFirmWhatMachinesSaid() {
        var clause = Clauses.of(fact(FactType.CORRUPTION).service("freight-db").build());

        assertThat(clause.confirmed().inACondition())
                .isEqualTo("a person confirmed that data of freight-db is corrupt");
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void everyTypeOfFactCanBeSaidBothWays(FactType type) {
        var said = fact(type).service("freight-db");

        assertThat(condition(said)).isNotBlank().isNotEqualTo(condition(said.isFalse()));
    }

    @ParameterizedTest
    @EnumSource(SymptomKind.class)
    void everySymptomCanBeSaid(SymptomKind kind) {
        assertThat(Clauses.symptom(kind, "freight-db").stated()).containsAnyOf(" is ", " has ");
    }
}
