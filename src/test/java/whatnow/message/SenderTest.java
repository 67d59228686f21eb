package whatnow.message;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.message.slack.Slacks;
import whatnow.testkit.slack.Call;
import whatnow.testkit.slack.FakeSlack;
import whatnow.testkit.slack.Message;

/** From the outbox to a Slack that is true to the wire, with everything that goes wrong on the way. */
class SenderTest {

    final OverSlack over = new OverSlack();
    final FakeSlack slack = over.slack;

    @AfterEach
    void close() throws Exception {
        over.close();
    }

    @Test
    @DisplayName("C-5: a node that dies after the commit and before it sends costs nothing")
    void whatWasCommittedIsSentByWhoeverIsThere() {
        over.keep("INC-2026-0001", "down");
        over.node().claim();

        over.passes(ofSeconds(61), over.node());

        assertThat(over.shown()).containsExactly("down");
    }

    @Test
    @DisplayName("C-5: a node that dies after it sent and before it wrote that down costs no second message")
    void whatIsThereAlreadyIsFoundAndNotPostedAgain() {
        over.keep("INC-2026-0001", "down");
        var dies = over.node(new Dying(Slacks.to(slack)));
        assertThatThrownBy(dies::sendAll).isInstanceOf(Death.class);

        over.keep("INC-2026-0001", "up");
        over.passes(ofSeconds(70), over.node());

        assertThat(over.shown()).containsExactly("up");
        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void anAnswerThatWasLostCostsNoSecondMessage() {
        slack.losesAnswers(1);
        over.keep("INC-2026-0001", "down");
        over.node().sendAll();

        over.passes(ofSeconds(10), over.node());

        assertThat(over.shown()).containsExactly("down");
        assertThat(over.waiting()).isEmpty();
    }

    @Test
    void anErrorOfThePeerThatKeptNothingCostsNoMessage() {
        slack.fails(1);
        over.keep("INC-2026-0001", "down");
        over.node().sendAll();

        over.passes(ofSeconds(10), over.node());

        assertThat(over.shown()).containsExactly("down");
    }

    /** The app may lack the right to read the channel. */
    @Test
    void whereNobodyMayLookASecondMessageIsBetterThanNone() {
        slack.refuses("conversations.history", "missing_scope");
        slack.losesAnswers(1);
        over.keep("INC-2026-0001", "down");
        over.node().sendAll();

        over.passes(ofSeconds(10), over.node());

        assertThat(over.shown()).containsExactly("down", "down");
        assertThat(slack.messages().stream().map(SenderTest::key).distinct()).hasSize(1);
    }

    @Test
    void whereLookingFailsForAMinuteASecondMessageIsBetterThanNoneToo() {
        slack.throttle("conversations.history", FakeSlack.CHANNEL, ofMinutes(60));
        slack.fails(1);
        over.keep("INC-2026-0001", "down");
        over.node().sendAll();

        over.passes(ofMinutes(11), over.node());

        assertThat(over.shown()).containsExactly("down");
    }

    @Test
    @DisplayName("T-3: a node that slept after it sent does not overwrite what another did meanwhile")
    void whoeverWasTooSlowIsFenced() {
        over.keep("INC-2026-0001", "down");
        var slow = over.node(new Sleeping(Slacks.to(slack), () -> over.passes(ofSeconds(120), over.node())));

        slow.sendAll();

        assertThat(over.waiting()).isEmpty();
        over.keep("INC-2026-0001", "up");
        over.passes(ofSeconds(5), over.node());
        assertThat(over.shown()).containsExactly("up");
    }

    @Test
    void twoNodesNeverPostTheSameMessageTwice() throws Exception {
        var channels = IntStream.range(0, 40)
                .mapToObj(it -> slack.channel("C1%02d".formatted(it), "ops-" + it))
                .toList();
        for (var message = 0; message < 200; message++) {
            var to = new Destination("slack", channels.get(message % 40).id(), "freight");
            over.keep("INC-2026-" + message, to, "message " + message);
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var second = 0; second < 5; second++) {
                Callable<Integer> node = over.node()::sendAll;
                for (var done : threads.invokeAll(List.of(node, node))) {
                    done.get();
                }
                over.clock.passes(ofSeconds(1));
            }
        }
        over.passes(ofSeconds(5), over.node());

        var texts = channels.stream()
                .flatMap(it -> it.messages().stream())
                .map(Message::text)
                .toList();
        assertThat(texts).hasSize(200).doesNotHaveDuplicates();
        assertThat(over.waiting()).isEmpty();
    }

    @Test
    @DisplayName("L-10: after ten minutes of 429 one message is there, with what is newest, within 60 s")
    void tenMinutesOfTooManyRequestsEndWithOneMessage() {
        slack.throttle(ofMinutes(10));
        var node = over.node();
        for (var change = 0; change < 600; change++) {
            over.keep("INC-2026-0001", "change " + change);
            over.keep("INC-2026-0002", "other change " + change);
            over.passes(ofSeconds(1), node);
        }
        assertThat(over.waiting())
                .singleElement()
                .satisfies(it -> assertThat(it.count()).as("rows that wait").isEqualTo(2));
        assertThat(over.shown()).isEmpty();

        over.passes(ofSeconds(60), node);

        assertThat(over.shown()).containsExactlyInAnyOrder("change 599", "other change 599");
        assertThat(slack.calls("chat.postMessage").stream().filter(Call::isOk)).hasSize(2);
        assertThat(over.waiting()).isEmpty();
    }

    @Test
    void whoeverIsToldToWaitWaitsThatLong() {
        slack.throttle(ofSeconds(90));
        over.keep("INC-2026-0001", "down");
        over.node().sendAll();

        over.passes(ofSeconds(89), over.node());

        assertThat(slack.calls()).hasSize(1);
        over.passes(ofSeconds(2), over.node());
        assertThat(over.shown()).containsExactly("down");
    }

    @Test
    void aPeerThatIsBackIsFoundBackWithinAMinuteAndNotFloodedBefore() {
        slack.isDown(true);
        over.keep("INC-2026-0001", "down");
        over.passes(ofMinutes(30), over.node(), over.node());
        assertThat(slack.calls("chat.postMessage").size()
                        + slack.calls("conversations.history").size())
                .isLessThan(200);

        slack.isDown(false);
        over.passes(ofSeconds(60), over.node(), over.node());

        assertThat(over.shown()).containsExactly("down");
    }

    @Test
    void sixHundredChangesAreOneMessage() {
        for (var change = 0; change < 600; change++) {
            over.keep("INC-2026-0001", "change " + change);
            if (change % 7 == 0) {
                over.passes(ofSeconds(1), over.node());
            }
        }
        over.passes(ofSeconds(2), over.node());

        assertThat(over.shown()).containsExactly("change 599");
    }

    @Test
    void aChannelGetsOneMessageASecond() {
        for (var message = 0; message < 10; message++) {
            over.keep("INC-2026-" + message, "down");
        }

        over.passes(ofSeconds(10), over.node(), over.node());

        assertThat(over.shown()).hasSize(10);
        assertThat(slack.calls()).hasSize(10).allMatch(Call::isOk);
        Map<Instant, Long> perSecond =
                slack.calls().stream().collect(Collectors.groupingBy(Call::at, Collectors.counting()));
        assertThat(perSecond.values()).containsOnly(1L);
    }

    @Test
    void whatOnlyAPersonCanMendIsSaidAndTriedEveryFiveMinutes() {
        slack.channel().withoutBot();
        over.keep("INC-2026-0001", "down");
        over.node().sendAll();

        over.passes(ofMinutes(30), over.node());

        assertThat(over.troubles())
                .containsExactly("Slack has not taken messages since 12:00 UTC (not_in_channel for C1 of freight)."
                        + " Tell people by other means.");
        assertThat(slack.calls().size()).isBetween(6, 13);
    }

    @Test
    void oneChannelThatIsNotThereHoldsUpNoOther() {
        over.keep("INC-2026-0001", new Destination("slack", "C404", "tracktion"), "down");
        over.keep("INC-2026-0001", "down");

        over.node().sendAll();

        assertThat(over.shown()).containsExactly("down");
    }

    @Test
    void whatWasMendedIsNotSaidAnyMore() {
        over.keep("INC-2026-0001", new Destination("slack", "C7", "tracktion"), "down");
        over.node().sendAll();
        over.clock.passes(ofMinutes(1));
        assertThat(over.troubles()).hasSize(1);

        var mended = slack.channel("C7", "tracktion");
        over.passes(ofMinutes(5), over.node());

        assertThat(mended.messages()).hasSize(1);
        assertThat(over.troubles()).isEmpty();
    }

    @Test
    void whatIsTakenWithTheNextTryWorriesNobody() {
        slack.throttle(1);
        over.keep("INC-2026-0001", "down");

        over.node().sendAll();

        assertThat(over.troubles()).isEmpty();
    }

    @Test
    void whatWasTakenBackIsTakenBackEvenIfNobodyKnowsWhetherItIsThere() {
        slack.losesAnswers(1);
        over.keep("INC-2026-0001", "secret");
        over.node().sendAll();
        over.messages.withdraw("INC-2026-0001", List.of(), "restricted", over.clock.instant());

        over.passes(ofSeconds(10), over.node());

        assertThat(over.shown()).containsExactly("restricted");
    }

    @Test
    void whatWasTakenBackBeforeItWasThereIsNeverPosted() {
        slack.fails(1);
        over.keep("INC-2026-0001", "secret");
        over.node().sendAll();
        over.messages.withdraw("INC-2026-0001", List.of(), "restricted", over.clock.instant());

        over.passes(ofSeconds(70), over.node());

        assertThat(over.shown()).isEmpty();
        assertThat(over.waiting()).isEmpty();
    }

    @Test
    void whatSomebodyDeletedIsSaidAnewWithTheNextChange() {
        over.keep("INC-2026-0001", "down");
        over.node().sendAll();
        slack.deletes(slack.messages().getFirst());

        over.keep("INC-2026-0001", "worse");
        over.passes(ofSeconds(3), over.node());

        assertThat(over.shown()).containsExactly("worse");
    }

    @Test
    void sentAndFailedAreCounted() {
        slack.throttle(2);
        over.keep("INC-2026-0001", "down");

        over.passes(ofSeconds(10), over.node());
        over.counts.wait(over.waiting());

        assertThat(over.counted("whatnow.messages.sent")).isEqualTo(1);
        assertThat(over.counted("whatnow.messages.failed")).isEqualTo(2);
        assertThat(over.meters.get("whatnow.messages.waiting").gauge().value()).isZero();
    }

    private static String key(Message message) {
        return message.metadata().path("event_payload").path("key").asString();
    }

    private static final class Death extends Error {
        Death() {
            super("killed");
        }
    }

    /** The process ends right after the peer has taken the message. */
    private record Dying(Channel real) implements Passing {
        @Override
        public Answer post(Letter letter) {
            real.post(letter);
            throw new Death();
        }
    }

    /** The process is stopped after the peer has taken the message, and goes on when others have been at work. */
    private record Sleeping(Channel real, Runnable meanwhile) implements Passing {
        @Override
        public Answer post(Letter letter) {
            var answer = real.post(letter);
            meanwhile.run();
            return answer;
        }
    }

    private interface Passing extends Channel {
        Channel real();

        @Override
        default String kind() {
            return real().kind();
        }

        @Override
        default String name() {
            return real().name();
        }

        @Override
        default boolean isOpen() {
            return real().isOpen();
        }

        @Override
        default Answer update(Letter letter, String posted) {
            return real().update(letter, posted);
        }

        @Override
        default Answer find(Letter letter) {
            return real().find(letter);
        }
    }
}
