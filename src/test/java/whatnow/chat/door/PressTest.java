package whatnow.chat.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whatnow.chat.Reply;
import whatnow.signal.Refused;

class PressTest {

    private static final Press ACK = new Press("ack INC-1", Optional.of("INC-1"), Optional.of("v7"), false);

    @Test
    void comesBackAsItWasWritten() {
        var odd = new Press("note <!channel> & \"quotes\" \\ é", Optional.of("INC-1"), Optional.empty(), true);

        assertThat(Press.read(ACK.written())).isEqualTo(ACK);
        assertThat(Press.read(odd.written())).isEqualTo(odd);
    }

    @Test
    void survivesAChatThatEscapesValuesAndOneThatDoesNot() {
        assertThat(new Press("a < b & c > d", Optional.empty(), Optional.empty(), false).written())
                .doesNotContain("<", ">", "&");
    }

    @Test
    void whatIsNoButtonOfOursIsRefused() {
        for (var value : List.of("", "ack", "[]", "{}", "{\"line\":\" \"}", "{\"line\":3", "null")) {
            assertThatThrownBy(() -> Press.read(value)).as(value).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aCardIsReplacedByWhatIsAboutTheSameIncident() {
        var open = ChatApplication.card("INC-1", "v8", "SEV2");
        var other = ChatApplication.card("INC-2", "v1", "SEV1");

        assertThat(ACK.isReplacedBy(open, false)).isTrue();
        assertThat(ACK.isReplacedBy(other, false)).isFalse();
        assertThat(ACK.isReplacedBy(Reply.refused("You may not."), false)).isFalse();
        assertThat(ACK.isReplacedBy(Reply.refused("You may not."), true)).isFalse();
    }

    @Test
    void whatOthersSeeIsNeverReplacedByWhatTheyMayNotSee() {
        var card = ChatApplication.card("INC-1", "v8", "SEV2");
        var hidden = new Reply(
                card.outcome(), false, card.incident(), card.version(), card.rows(), List.of(), List.of(), List.of());

        assertThat(ACK.isReplacedBy(hidden, false)).isFalse();
        assertThat(ACK.isReplacedBy(hidden, true)).isTrue();
    }

    /** Such as what a channel is told without asking: it is drawn anew by itself, for everybody. */
    @Test
    void whatIsKeptUpToDateByItselfStays() {
        var told = ACK.staying();

        assertThat(told.isReplacedBy(ChatApplication.card("INC-1", "v8", "SEV2"), false))
                .isFalse();
    }

    @Test
    void aMessageAboutNothingYetIsReplacedByWhatItLedTo() {
        var declare = new Press("declare SEV2", Optional.empty(), Optional.empty(), false);

        assertThat(declare.isReplacedBy(ChatApplication.card("INC-1", "v1", "SEV2"), false))
                .isTrue();
        assertThat(declare.isReplacedBy(Reply.refused("You may not."), true)).isFalse();
    }
}
