package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people type, answered by the running product. */
class AskedInWordsTest {

    @Test
    void aSentenceGivesTheCardForExactlyThatAndRecordsNothing() {
        try (var night = Night.under("freight")) {
            var reply = night.asks("replica lag is 40 min and us-east-1 is gone, what now?");

            System.out.println(reply.toPrettyString());
            System.out.println(night.asksForText("replica lag is 40 min and us-east-1 is gone, what now?"));
            assertThat(night.cards()).isEmpty();
        }
    }
}
