package whatnow.chat.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.testkit.ShippedPlans;

class SaidTextTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Names NAMES = Names.of(List.of(ShippedPlans.plan("freight")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            us-east-1 is gone | us-east-1 is lost
            zone us-east-1b is back | us-east-1b works
            the api is down in us-east-1 | freight-api in us-east-1 is unavailable
            the api is up | freight-api answers
            api error rate is 12 % | freight-api: errors, 12 %
            no errors on the api | freight-api: no errors
            the api is slow | freight-api is slow
            postgres disk at 98.5% | freight-db is at its limit, 98.5 %
            the queue is behind | queue is behind
            nightly backup of the database failed | a backup of freight-db failed
            replica is 40 minutes behind | the replica is 40 min behind
            the replica in us-west-2 lags by 2 hours | the replica in us-west-2 is 2 h behind
            replica is fine | the replica works
            the replica is down | the replica does not replicate
            last commit replayed in us-west-2 is 11:42:05 | the last commit that was replayed in us-west-2 is of 11:42:05 UTC
            the standby of the database is caught up | the standby of freight-db is ready
            the standby is not ready | the standby is not ready
            the backups are encrypted | backups cannot be trusted
            wal archiving is stuck | the WAL is not archived
            data in the db has been corrupt since 09:10 | data of freight-db is corrupt since 09:10:00 UTC
            no corruption in the database | data of freight-db is not corrupt
            ransomware on the api | ransomware is at work
            customer data leaked | data has left the company
            somebody is inside since 03:30 | somebody is inside who should not be, first sign 03:30:00 UTC
            orders are missing | data is lost
            no data loss | no data is lost
            deployed api 20 minutes ago | freight-api was changed at 11:40:00 UTC
            nothing was deployed | nothing was changed
            """)
    void whatWasReadIsSaidBackInPlainWords(String sentence, String text) {
        var heard = SentenceReader.read(sentence, NAMES, NOON);

        assertThat(heard.facts()).extracting(SaidText::of).containsExactly(text);
    }
}
