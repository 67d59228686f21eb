package whatnow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.MovableClock.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every outbox must do, seen by whoever writes to it and by whoever sends. */
abstract class MessagesContract {

    static final Destination OPS = new Destination("slack", "C1", "freight");
    static final Destination OTHERS = new Destination("slack", "C2", "tracktion");
    static final MessageKey OUTAGE = MessageKey.about("INC-2026-0001");
    static final Set<String> SLACK = Set.of("slack");

    abstract Messages messages();

    abstract Outbox outbox();

    /** In a transaction of its own. */
    abstract void inTransaction(Runnable work);

    Optional<Claim> claim(Instant at) {
        return outbox().claim(SLACK, at);
    }

    Claim claimed(Instant at) {
        return claim(at).orElseThrow();
    }

    List<Outbox.Waiting> waiting(Instant at) {
        return outbox().waiting(at);
    }

    void settle(Claim claim, Answer answer, Instant at) {
        assertThat(outbox().settle(claim, Pace.after(claim, answer, at, 1), at)).isTrue();
    }

    void keep(MessageKey key, Destination to, String text, Instant at) {
        inTransaction(() -> messages().keep(key, to, Content.text(text), at));
    }

    /** Posts what waits; the peer calls it {@code as}. */
    void posts(Instant at, String as) {
        settle(claimed(at), new Answer.Taken(as), at);
    }

    @Test
    void whatIsKeptIsHandedOverOnce() {
        keep(OUTAGE, OPS, "down", NOON);

        var claim = claimed(NOON);
        assertThat(claim.content()).isEqualTo(Content.text("down"));
        assertThat(claim.posted()).isEmpty();
        assertThat(claim.triedAt()).isEmpty();
        settle(claim, new Answer.Taken("1"), NOON);

        assertThat(claim(NOON.plusSeconds(60))).isEmpty();
        assertThat(waiting(NOON.plusSeconds(400))).isEmpty();
    }

    @Test
    void nobodyElseGetsAChannelThatIsInUse() {
        keep(OUTAGE, OPS, "down", NOON);
        keep(MessageKey.about("INC-2026-0002"), OPS, "slow", NOON);

        claimed(NOON);

        assertThat(claim(NOON.plusSeconds(9))).isEmpty();
    }

    @Test
    void otherChannelsAreServedMeanwhile() {
        keep(OUTAGE, OPS, "down", NOON);
        keep(OUTAGE, OTHERS, "down", NOON);

        assertThat(List.of(claimed(NOON).to(), claimed(NOON).to())).containsExactlyInAnyOrder(OPS, OTHERS);
    }

    @Test
    void aChannelOfAnotherKindIsNotTouched() {
        keep(OUTAGE, new Destination("mattermost", "C1", "freight"), "down", NOON);

        assertThat(claim(NOON)).isEmpty();
    }

    @Test
    void aChannelRestsAfterEachMessage() {
        keep(OUTAGE, OPS, "down", NOON);
        keep(MessageKey.about("INC-2026-0002"), OPS, "slow", NOON);
        posts(NOON, "1");

        assertThat(claim(NOON.plusMillis(999))).isEmpty();
        assertThat(claim(NOON.plusSeconds(1))).isPresent();
    }

    @Test
    void onlyTheNewestContentCounts() {
        for (var change = 0; change < 600; change++) {
            keep(OUTAGE, OPS, "changed " + change, NOON.plusSeconds(change));
        }

        assertThat(waiting(NOON.plusSeconds(400)))
                .singleElement()
                .satisfies(it -> assertThat(it.count()).isEqualTo(1));
        assertThat(claimed(NOON.plusSeconds(600)).content()).isEqualTo(Content.text("changed 599"));
    }

    @Test
    void whatChangesWhileItIsSentIsSentAgain() {
        keep(OUTAGE, OPS, "down", NOON);
        var claim = claimed(NOON);

        keep(OUTAGE, OPS, "up", NOON);
        settle(claim, new Answer.Taken("1"), NOON);

        var again = claimed(NOON.plusSeconds(1));
        assertThat(again.content()).isEqualTo(Content.text("up"));
        assertThat(again.posted()).contains("1");
        assertThat(again.id()).isEqualTo(claim.id());
    }

    @Test
    void whatSaysTheSameIsNoNewVersion() {
        keep(OUTAGE, OPS, "down", NOON);
        posts(NOON, "1");

        keep(OUTAGE, OPS, "down", NOON.plusSeconds(5));

        assertThat(claim(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void whoeverDiesInBetweenLeavesItUnsure() {
        keep(OUTAGE, OPS, "down", NOON);
        var dies = claimed(NOON);

        assertThat(claim(NOON.plusSeconds(59))).isEmpty();
        var next = claimed(NOON.plusSeconds(60));
        assertThat(next.id()).isEqualTo(dies.id());
        assertThat(next.triedAt()).contains(NOON);
        assertThat(next.posted()).isEmpty();
    }

    @Test
    void whoeverWasTooSlowWritesNothing() {
        keep(OUTAGE, OPS, "down", NOON);
        var slow = claimed(NOON);
        var next = claimed(NOON.plusSeconds(61));

        var late = NOON.plusSeconds(62);
        assertThat(outbox().settle(slow, Pace.after(slow, new Answer.Taken("1"), late, 1), late))
                .isFalse();

        settle(next, new Answer.Taken("2"), late);
        keep(OUTAGE, OPS, "up", late);
        assertThat(claimed(late.plusSeconds(1)).posted()).contains("2");
    }

    @Test
    void whatSurelyDidNotArriveIsNotLookedFor() {
        keep(OUTAGE, OPS, "down", NOON);
        settle(claimed(NOON), new Answer.Later("ratelimited", Optional.of(Duration.ofSeconds(30)), false), NOON);

        assertThat(claim(NOON.plusSeconds(30))).isEmpty();
        assertThat(claimed(NOON.plusSeconds(31)).triedAt()).isEmpty();
    }

    @Test
    void whatPerhapsArrivedIsRemembered() {
        keep(OUTAGE, OPS, "down", NOON);
        settle(claimed(NOON), new Answer.Later("HTTP 500", Optional.empty(), true), NOON);

        assertThat(claimed(NOON.plusSeconds(2)).triedAt()).contains(NOON);
    }

    @Test
    void whatIsNotTakenSaysSinceWhenAndWhy() {
        keep(OUTAGE, OPS, "down", NOON);
        settle(claimed(NOON), new Answer.Refused("channel_not_found"), NOON);
        settle(claimed(NOON.plusSeconds(300)), new Answer.Refused("not_in_channel"), NOON.plusSeconds(300));

        assertThat(waiting(NOON.plusSeconds(300)))
                .containsExactly(new Outbox.Waiting(OPS, 1, Optional.of(NOON), Optional.of("not_in_channel")));
    }

    @Test
    void whatIsRefusedIsNotTriedSoonerBecauseItChanged() {
        keep(OUTAGE, OPS, "down", NOON);
        settle(claimed(NOON), new Answer.Refused("channel_not_found"), NOON);

        keep(OUTAGE, OPS, "up", NOON.plusSeconds(10));

        assertThat(claim(NOON.plusSeconds(299))).isEmpty();
        assertThat(claimed(NOON.plusSeconds(300)).content()).isEqualTo(Content.text("up"));
    }

    @Test
    void whatNobodyTookForADayIsGivenUp() {
        keep(OUTAGE, OPS, "down", NOON);
        settle(claimed(NOON), new Answer.Refused("channel_not_found"), NOON);

        var nextDay = NOON.plus(Duration.ofDays(1));

        assertThat(claim(nextDay)).isEmpty();
        assertThat(waiting(nextDay)).isEmpty();
        keep(OUTAGE, OPS, "up", nextDay);
        assertThat(claim(nextDay)).isPresent();
    }

    @Test
    void whatIsToBeTakenBackIsNeverGivenUp() {
        keep(OUTAGE, OPS, "down", NOON);
        posts(NOON, "1");
        inTransaction(() -> messages().withdraw(OUTAGE.about(), List.of(), "restricted", NOON.plusSeconds(1)));

        assertThat(claim(NOON.plus(Duration.ofDays(7)))).isPresent();
    }

    @Test
    void oneMessageThatIsRefusedHoldsUpNoOther() {
        keep(OUTAGE, OPS, "down", NOON);
        settle(claimed(NOON), new Answer.Refused("invalid_blocks"), NOON);

        keep(MessageKey.about("INC-2026-0002"), OPS, "slow", NOON.plusSeconds(1));

        assertThat(claimed(NOON.plusSeconds(1)).key().about()).isEqualTo("INC-2026-0002");
    }

    @Test
    void onceItIsTakenNothingIsSaidOfTheTrouble() {
        keep(OUTAGE, OPS, "down", NOON);
        settle(claimed(NOON), new Answer.Refused("channel_not_found"), NOON);

        posts(NOON.plusSeconds(300), "1");

        assertThat(waiting(NOON.plusSeconds(400))).isEmpty();
        keep(OUTAGE, OPS, "up", NOON.plusSeconds(400));
        assertThat(waiting(NOON.plusSeconds(400)))
                .containsExactly(new Outbox.Waiting(OPS, 1, Optional.empty(), Optional.empty()));
    }

    @Test
    void whatWasFoundIsUpdatedAndNotPostedAgain() {
        keep(OUTAGE, OPS, "down", NOON);
        claimed(NOON);
        settle(claimed(NOON.plusSeconds(60)), new Answer.Found("1"), NOON.plusSeconds(60));

        assertThat(claimed(NOON.plusSeconds(61)).posted()).contains("1");
    }

    @Test
    void whatSomebodyDeletedIsPostedAnew() {
        keep(OUTAGE, OPS, "down", NOON);
        posts(NOON, "1");
        keep(OUTAGE, OPS, "up", NOON.plusSeconds(5));
        settle(claimed(NOON.plusSeconds(5)), new Answer.Gone(), NOON.plusSeconds(5));

        var anew = claimed(NOON.plusSeconds(6));

        assertThat(anew.posted()).isEmpty();
        assertThat(anew.triedAt()).isEmpty();
    }

    @Test
    void whatIsAmendedMustBeThere() {
        inTransaction(() -> messages().amend(OUTAGE, OPS, Content.text("over"), NOON));
        assertThat(claim(NOON)).isEmpty();

        keep(OUTAGE, OPS, "down", NOON);
        posts(NOON, "1");
        inTransaction(() -> messages().amend(OUTAGE, OPS, Content.text("over"), NOON.plusSeconds(1)));

        assertThat(claimed(NOON.plusSeconds(1)).content()).isEqualTo(Content.text("over"));
    }

    @Test
    void aReplyGoesIntoTheThreadOfWhatItAnswersOnce() {
        keep(OUTAGE, OPS, "down", NOON);
        posts(NOON, "1");
        inTransaction(() -> messages().reply(OUTAGE, "SEV1", OPS, Content.text("now SEV1"), NOON.plusSeconds(5)));
        inTransaction(() -> messages().reply(OUTAGE, "SEV1", OPS, Content.text("SEV1 again"), NOON.plusSeconds(6)));

        var reply = claimed(NOON.plusSeconds(6));

        assertThat(reply.thread()).contains("1");
        assertThat(reply.content()).isEqualTo(Content.text("now SEV1"));
        settle(reply, new Answer.Taken("2"), NOON.plusSeconds(6));
        assertThat(claim(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void nothingIsAnsweredToWhatNobodyCanHaveSeen() {
        keep(OUTAGE, OPS, "down", NOON);
        inTransaction(() -> messages().reply(OUTAGE, "SEV1", OPS, Content.text("now SEV1"), NOON));
        posts(NOON, "1");

        assertThat(claim(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void aReplyWaitsForWhatMayBeThere() {
        keep(OUTAGE, OPS, "down", NOON);
        var under = claimed(NOON);
        inTransaction(() -> messages().reply(OUTAGE, "SEV1", OPS, Content.text("now SEV1"), NOON));
        settle(under, new Answer.Later("HTTP 500", Optional.empty(), true), NOON);

        var first = claimed(NOON.plusSeconds(2));
        assertThat(first.key()).isEqualTo(OUTAGE);
        settle(first, new Answer.Taken("1"), NOON.plusSeconds(2));
        assertThat(claimed(NOON.plusSeconds(3)).thread()).contains("1");
    }

    @Test
    void whatIsWithdrawnBeforeItWentOutNeverDoes() {
        keep(OUTAGE, OPS, "down", NOON);
        inTransaction(() -> messages().withdraw(OUTAGE.about(), List.of(), "restricted", NOON));

        assertThat(claim(NOON)).isEmpty();
        assertThat(waiting(NOON.plusSeconds(400))).isEmpty();
    }

    @Test
    void whatIsWithdrawnAfterThatSaysOnlyTheSentence() {
        keep(OUTAGE, OPS, "down", NOON);
        posts(NOON, "1");
        inTransaction(() -> messages().reply(OUTAGE, "SEV1", OPS, Content.text("now SEV1"), NOON.plusSeconds(1)));
        posts(NOON.plusSeconds(1), "2");

        inTransaction(() -> messages().withdraw(OUTAGE.about(), List.of(), "restricted", NOON.plusSeconds(2)));

        for (var second = 2; second < 4; second++) {
            var claim = claimed(NOON.plusSeconds(second));
            assertThat(claim.content()).isEqualTo(Content.text("restricted"));
            assertThat(claim.posted()).isPresent();
            settle(claim, new Answer.Taken(claim.posted().orElseThrow()), NOON.plusSeconds(second));
        }
        assertThat(claim(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void whatIsWithdrawnWhileItIsSentIsReplacedOrNotThere() {
        keep(OUTAGE, OPS, "down", NOON);
        keep(OUTAGE, OTHERS, "down", NOON);
        var one = claimed(NOON);
        var other = claimed(NOON);
        inTransaction(() -> messages().withdraw(OUTAGE.about(), List.of(), "restricted", NOON));
        settle(one, new Answer.Taken("1"), NOON);
        settle(other, new Answer.Later("ratelimited", Optional.empty(), false), NOON);

        var claims = List.of(claimed(NOON.plusSeconds(1)), claimed(NOON.plusSeconds(1)));

        assertThat(claims).allSatisfy(it -> {
            assertThat(it.isWithdrawn()).isTrue();
            assertThat(it.triedAt()).isEmpty();
            assertThat(it.content()).isEqualTo(Content.text("restricted"));
        });
        assertThat(claims).extracting(Claim::posted).containsExactlyInAnyOrder(Optional.of("1"), Optional.empty());
    }

    @Test
    void whatIsWithdrawnStaysWhereItIsSaidAnew() {
        keep(OUTAGE, OPS, "down", NOON);
        posts(NOON, "1");
        keep(OUTAGE, OTHERS, "down", NOON.plusSeconds(1));
        posts(NOON.plusSeconds(1), "2");

        inTransaction(() -> messages().withdraw(OUTAGE.about(), List.of(OTHERS), "moved", NOON.plusSeconds(2)));

        assertThat(claimed(NOON.plusSeconds(2)).to()).isEqualTo(OPS);
        assertThat(claim(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void whatIsKeptAgainAfterThatIsSaidAgain() {
        keep(OUTAGE, OPS, "down", NOON);
        inTransaction(() -> messages().withdraw(OUTAGE.about(), List.of(), "restricted", NOON));

        keep(OUTAGE, OPS, "down", NOON.plusSeconds(9));

        var claim = claimed(NOON.plusSeconds(9));
        assertThat(claim.isWithdrawn()).isFalse();
        assertThat(claim.content()).isEqualTo(Content.text("down"));
    }

    @Test
    void whatItIsCalledByStaysTheSameAndIsNotShared() {
        keep(OUTAGE, OPS, "down", NOON);
        keep(OUTAGE, OTHERS, "down", NOON);

        assertThat(claimed(NOON).id()).isNotEqualTo(claimed(NOON).id());
    }
}
