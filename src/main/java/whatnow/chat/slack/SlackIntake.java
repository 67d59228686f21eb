package whatnow.chat.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import whatnow.chat.door.Aside;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.chat.door.Memory;
import whatnow.chat.slack.SlackTalk.Spoken;
import whatnow.signal.Refused;

/**
 * Takes what Slack brings, by whatever way: once, and with an answer before Slack gives up after three seconds. What takes
 * longer is announced and follows.
 */
@Component
class SlackIntake {

    /** Leaves Slack a second for the ways. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(SlackIntake.class);

    /** So that the message stands there before its details come. */
    private static final Duration AFTER_THE_ANSWER = Duration.ofMillis(500);

    private static final String LOOKING = "Looking ... The answer comes here.";
    private static final String NOTHING = "";

    private final SlackTalk talk;
    private final LateAnswers late;
    private final Memory memory;
    private final Aside aside;

    SlackIntake(SlackTalk talk, LateAnswers late, Memory memory, Aside aside) {
        this.talk = talk;
        this.late = late;
        this.memory = memory;
        this.aside = aside;
    }

    /** What came of one delivery. */
    private sealed interface Outcome {}

    private record Done(Spoken spoken) implements Outcome {}

    private record Before(String answer) implements Outcome {}

    private record Overheard() implements Outcome {}

    /**
     * The JSON that is answered at once.
     *
     * @throws Refused if it was heard before and nobody may say it again
     */
    String command(SlackCommand said, Delivery delivery, Optional<String> base) {
        return taken(
                delivery,
                () -> new Done(talk.command(said, base)),
                spoken -> afterwards(said, spoken),
                spoken -> follow(said, spoken),
                json(LOOKING));
    }

    /** Nothing to read: what a press changes is sent by itself. */
    String press(SlackPress pressed, Delivery delivery, Optional<String> base) {
        return taken(
                delivery,
                () -> {
                    talk.press(pressed, base);
                    return new Before(NOTHING);
                },
                _ -> {},
                _ -> {},
                NOTHING);
    }

    private String taken(
            Delivery delivery,
            Supplier<Outcome> first,
            Consumer<Spoken> inTime,
            Consumer<Spoken> tooLate,
            String meanwhile) {
        var work = aside.start(() -> memory.<Outcome>once(
                delivery,
                () -> carefully(first),
                again -> new Before(again.answer().orElse(meanwhile)),
                Overheard::new));
        if (work.isEmpty()) {
            return json("Too much is asked at once. Ask again in a moment.");
        }
        var outcome = Aside.within(PATIENCE, work.get());
        if (outcome.isEmpty()) {
            memory.answered(delivery, meanwhile);
            work.get().thenAccept(it -> {
                if (it instanceof Done(var spoken)) {
                    tooLate.accept(spoken);
                }
            });
            return meanwhile;
        }
        return switch (outcome.get()) {
            case Done(var spoken) -> {
                var answer = spoken.message().toString();
                memory.answered(delivery, answer);
                inTime.accept(spoken);
                yield answer;
            }
            case Before(var answer) -> answer;
            case Overheard _ ->
                throw Refused.because(
                        HttpStatus.FORBIDDEN, "This request was heard before. It was not done a second time.");
        };
    }

    /** A failure is answered in words: Slack would bring it again after an error, and it would be known then. */
    private static Outcome carefully(Supplier<Outcome> first) {
        try {
            return first.get();
        } catch (RuntimeException failure) {
            var id = UUID.randomUUID();
            LOG.error("Failure {} in Slack's door", id, failure);
            return new Done(Spoken.words(
                    "Something broke here. It may or may not have been done: look before you repeat it. Id: " + id));
        }
    }

    private void afterwards(SlackCommand said, Spoken spoken) {
        spoken.details()
                .ifPresent(details -> aside.start(() -> {
                    pause();
                    return late.post(said.later(), details);
                }));
    }

    private void follow(SlackCommand said, Spoken spoken) {
        if (!spoken.isSilent()) {
            late.post(said.later(), spoken.message());
        }
        spoken.details().ifPresent(it -> late.post(said.later(), it));
    }

    private static String json(String words) {
        return SlackMessage.words(words).toString();
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_THE_ANSWER);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
