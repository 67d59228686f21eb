package whatnow.chat.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.testkit.ShippedPlans;

/** Names as people type them. */
class NamesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Names FREIGHT = Names.of(List.of(ShippedPlans.plan("freight")));
    private static final Names HOMEOSTASIS = Names.of(List.of(ShippedPlans.plan("homeostasis")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_queue",
                "message-queue",
                "message queue",
                "messagequeue",
                "Message Queue",
                "message queues",
                "MESSAGE_QUEUES",
                "message queue service",
                "message-queue cluster",
                "the message queue pods"
            })
    void hyphensUnderscoresAndSpacesAreTheSame(String typed) {
        var heard = SentenceReader.read(typed + " is down", HOMEOSTASIS, NOON);

        assertThat(Sentences.written(heard)).containsExactly("symptom message_queue TRUE kind=UNAVAILABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "rules engine,rule_engine",
        "analysis,analysis_service",
        "llm,llm_service",
        "load balancer,load_balancers",
        "cache layer,cache_layers",
        "templateengine,template_engine",
        "patch generation,patch_generation"
    })
    void oneOrManyAndWithoutTheWordService(String typed, String name) {
        var heard = SentenceReader.read(typed + " is down", HOMEOSTASIS, NOON);

        assertThat(Sentences.written(heard)).containsExactly("symptom " + name + " TRUE kind=UNAVAILABLE");
    }

    @ParameterizedTest
    @CsvSource({"us-east-1", "us east 1", "useast1", "us-east", "use1", "US-EAST-1", "us_east_1"})
    void regionsHaveShortNames(String typed) {
        var heard = SentenceReader.read(typed + " is down", FREIGHT, NOON);

        assertThat(Sentences.written(heard)).containsExactly("region_status us-east-1 FALSE");
    }

    @ParameterizedTest
    @CsvSource({"us-east-1b", "use1b", "1b", "zone b", "az b", "zone us-east-1b", "the b zone"})
    void zonesHaveShortNames(String typed) {
        var heard = SentenceReader.read(typed + " is down", FREIGHT, NOON);

        assertThat(Sentences.written(heard)).containsExactly("zone_status us-east-1b FALSE");
    }

    @Test
    void zonesAreListedByTheirLetters() {
        var heard = SentenceReader.read("us-east-1a and b are gone, c is fine", FREIGHT, NOON);

        assertThat(Sentences.written(heard))
                .containsExactly(
                        "zone_status us-east-1a FALSE", "zone_status us-east-1b FALSE", "zone_status us-east-1c TRUE");
    }

    @Test
    void aZoneThatSeveralRegionsHaveIsThatOfTheRegionNamedBefore() {
        var heard = SentenceReader.read("us-west-2a is fine, 2b is dark", HOMEOSTASIS, NOON);

        assertThat(Sentences.written(heard))
                .containsExactly("zone_status us-west-2a TRUE", "zone_status us-west-2b FALSE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll send a mail when it's down",
                "chat me when it's down",
                "the api team is down with flu",
                "my mail is slow",
                "git blame says it was Tom",
                "the docs meeting is cancelled",
                "storage prices went up again",
                "the network folks are out",
                "the files are in the shared folder",
                "put the logs in the channel",
                "hosts of the podcast are great",
                "servers cost a fortune",
                "our config review is late"
            })
    void everydayWordsAreNoServicesInSmallTalk(String talk) {
        var names = Names.of(List.of(
                ShippedPlans.plan("freight"), ShippedPlans.plan("tracktion"), ShippedPlans.plan("homeostasis")));

        assertThat(SentenceReader.read(talk, names, NOON).isNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mail is down,email", "git is unreachable,git", "logs are an hour behind,logging"})
    void everydayWordsAreServicesWhereSomethingIsSaidOfThem(String typed, String name) {
        assertThat(Sentences.written(SentenceReader.read(typed, HOMEOSTASIS, NOON)))
                .singleElement()
                .asString()
                .startsWith("symptom " + name + " TRUE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stripe-api is down",
                "github api is down",
                "eu-central-1 is gone",
                "ap-southeast-2b is dark",
                "my redis crashed",
                "staging db is down",
                "their s3 is full"
            })
    void whatNoPlanKnowsIsNothing(String typed) {
        assertThat(SentenceReader.read(typed, FREIGHT, NOON).isNothing()).isTrue();
    }
}
