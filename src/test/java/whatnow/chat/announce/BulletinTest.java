package whatnow.chat.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Row;
import whatnow.plan.Severity;
import whatnow.testkit.SampleCards;
import whatnow.testkit.SampleIncidents;

class BulletinTest {

    @ParameterizedTest
    @ValueSource(strings = {SampleCards.DATABASE, SampleCards.REGION, SampleCards.SILENCE})
    void itHasAtMostEightRowsOfWhichNoneIsLong(String number) {
        var reply = Bulletin.of(new SampleCards().of(number).orElseThrow());

        assertThat(reply.rows())
                .hasSizeLessThanOrEqualTo(8)
                .allMatch(it -> it.text().length() < 310);
    }

    /** The message stands for hours; it is not drawn anew because time passes. */
    @ParameterizedTest
    @ValueSource(strings = {SampleCards.DATABASE, SampleCards.REGION, SampleCards.SILENCE})
    void itNamesNoAges(String number) {
        var reply = Bulletin.of(new SampleCards().of(number).orElseThrow());

        assertThat(texts(reply)).doesNotContainPattern("\\bago\\b|\\bleft\\b|\\bfor \\d");
    }

    @Test
    @DisplayName("safety.md 6: without who said it and when, nothing is called resolved")
    void withoutWhoSaidItNothingIsCalledResolved() {
        var incident = SampleIncidents.make().numbered("INC-2026-0001").orElseThrow();

        var reply = Bulletin.over(Optional.empty(), incident, List.of());

        assertThat(texts(reply)).startsWith("ENDED").doesNotContainIgnoringCase("resolved");
    }

    @ParameterizedTest
    @CsvSource({
        "SEV1, SEV2, true",
        "SEV2, SEV1, false",
        "SEV3, SEV3, false",
        "SEV2, UNKNOWN, true",
        "UNKNOWN, SEV3, true",
        "UNKNOWN, SEV2, false",
        "SEV3, UNKNOWN, false",
        "SEV4, SEV5, true"
    })
    void notKnowingRanksBehindAMajorOutage(Severity now, Severity before, boolean isGraver) {
        assertThat(Graver.is(now, before)).isEqualTo(isGraver);
    }

    private static String texts(Reply reply) {
        return String.join("\n", reply.rows().stream().map(Row::text).toList());
    }
}
