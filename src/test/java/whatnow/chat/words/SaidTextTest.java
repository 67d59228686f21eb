package whatnow.chat.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import whatnow.chat.words.Heard.Said;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.testkit.ShippedPlans;

class SaidTextTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Names NAMES = Names.of(List.of(ShippedPlans.plan("freight")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "us-east-1 is gone; us-east-1 is lost",
                "us-west-2 is fine; us-west-2 works",
                "us-east-1b is dark; us-east-1b is lost",
                "api is dead; freight-api is unavailable",
                "api in us-west-2 is dead; freight-api in us-west-2 is unavailable",
                "api is up; freight-api is available",
                "api error rate 12 %; freight-api: errors, 12 %",
                "api throws errors; freight-api: errors",
                "no errors on web; web: no errors",
                "redis is slow; cache is slow",
                "db disk at 98.5 %; freight-db is saturated, 98.5 %",
                "sqs is piling up; queue is behind",
                "db backup failed; backup of freight-db failed",
                "replica is 40 min behind; replica is 40 min behind",
                "replica in us-west-2 lags 90 s; replica in us-west-2 is 90 s behind",
                "db replica is 2.5 hours behind; replica of freight-db is 2 h 30 min behind",
                "replica has no lag; replica is not behind",
                "replica is dead; replica does not replicate",
                "replica is streaming; replica replicates",
                "last commit replayed 11:42:05; replica has replayed up to 2026-03-01 11:42:05 UTC",
                "standby is ready; standby is ready",
                "the db standby is not ready; standby of freight-db is not ready",
                "the backups are encrypted; backups cannot be trusted",
                "the db backups are verified; backups of freight-db can be trusted",
                "wal archiving is stuck; WAL is not being archived",
                "db is corrupt since 10 past 9; data of freight-db is corrupt since 2026-03-01 09:10 UTC",
                "first bad write 02:14; data is corrupt, first bad write 2026-03-01 02:14 UTC",
                "no corruption; data is not corrupt",
                "ransomware on the hosts; ransomware",
                "customer data leaked; data got out",
                "someone got in at 03:20; somebody is inside who should not be since 2026-03-01 03:20 UTC",
                "nobody broke in; nobody is inside who should not be",
                "orders are missing; saved data is gone",
                "no data loss; no saved data is gone",
                "deployed web at 11:40; web was deployed at 2026-03-01 11:40 UTC",
                "nothing was deployed; nothing was deployed"
            })
    void whatWasReadIsSaidInAShortSentence(String typed, String shown) {
        var heard = SentenceReader.read(typed, NAMES, NOON);

        assertThat(heard.facts()).extracting(SaidText::of).containsExactly(shown);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasASentenceAndItsOpposite(FactType type) {
        var texts = Arrays.stream(State.values())
                .filter(it -> it != State.UNKNOWN)
                .map(it -> SaidText.of(new Said(type, Subject.NOTHING, it, new TreeMap<>(), "")))
                .toList();

        assertThat(texts).doesNotContain("").allSatisfy(it -> assertThat(it).hasSizeLessThan(90));
        assertThat(texts.getFirst().equals(texts.getLast())).isEqualTo(type == FactType.LAST_COMMIT_REPLAYED);
    }

    @Test
    void aDeploymentWithoutATimeSaysNone() {
        var guess = SentenceReader.read("someone deployed web", NAMES, NOON).guesses();

        assertThat(guess).extracting(SaidText::of).containsExactly("web was deployed");
    }
}
