package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;
import static whatnow.testkit.Facts.symptom;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whatnow.incident.FactType;
import whatnow.incident.IncidentId;
import whatnow.incident.SymptomKind;

/** What every decision log must do, whatever it is written on. */
abstract class DecisionLogContract {

    abstract DecisionLog log();

    /** An incident that the log may refer to. */
    abstract IncidentId incident();

    final Deciding outage = Deciding.under("freight")
            .seeing(symptom("freight-db", SymptomKind.UNAVAILABLE).in("us-east-1"))
            .knowing(fact(FactType.STANDBY).service("freight-db"));

    @Test
    void readsBackEveryWordOfADecision() {
        var incident = incident();

        var written = log().append(incident, outage.inputs(), outage.outcome());

        assertThat(log().latest(incident)).contains(written);
        assertThat(written.inputs()).isEqualTo(outage.inputs());
        assertThat(written.outcome()).isEqualTo(outage.outcome());
    }

    @Test
    void keepsThemOldestFirst() {
        var incident = incident();
        var first = log().append(incident, outage.inputs(), outage.outcome());
        var second = log().append(incident, outage.at(NOON.plusSeconds(90)).inputs(), outage.outcome());

        assertThat(log().of(incident)).containsExactly(first, second);
        assertThat(log().latest(incident)).contains(second);
    }

    @Test
    void knowsNothingOfOtherIncidents() {
        log().append(incident(), outage.inputs(), outage.outcome());

        var other = incident();

        assertThat(log().of(other)).isEqualTo(List.of());
        assertThat(log().latest(other)).isEmpty();
    }

    @Test
    void findsADecisionByWhatPeopleSayAndByItsIdentity() {
        var written = log().append(incident(), outage.inputs(), outage.outcome());

        assertThat(log().find(written.number().toLowerCase(java.util.Locale.ROOT)))
                .contains(written);
        assertThat(log().find(written.id().toString())).contains(written);
        assertThat(log().find("DEC-1999-0001")).isEmpty();
        assertThat(log().find("no-such-thing-that-is-thirty-six-long")).isEmpty();
    }

    @Test
    void knowsTheSeverityThatWasDecidedLast() {
        var incident = incident();
        var undecided = incident();
        log().append(
                        incident,
                        Deciding.under("freight").inputs(),
                        Deciding.under("freight").outcome());
        log().append(incident, outage.inputs(), outage.outcome());

        assertThat(log().severities(List.of(incident, undecided)))
                .containsExactly(
                        Map.entry(incident, outage.outcome().assessment().severity()));
    }

    @Test
    void theHashIsOfTheWholeRecord() {
        var one = log().append(incident(), outage.inputs(), outage.outcome());
        var same = log().append(incident(), outage.inputs(), outage.outcome());
        var later = log().append(incident(), outage.at(NOON.plusSeconds(90)).inputs(), outage.outcome());

        assertThat(same.sha256()).isEqualTo(one.sha256()).hasSize(64);
        assertThat(later.sha256()).isNotEqualTo(one.sha256());
    }
}
