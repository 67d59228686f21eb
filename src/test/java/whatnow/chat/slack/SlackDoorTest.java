package whatnow.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.chat.door.ChatApplication.card;
import static whatnow.chat.door.ChatApplication.with;
import static whatnow.chat.door.ChatApplication.words;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.chat.Line;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.account.ChatService;
import whatnow.chat.account.ChatUser;
import whatnow.chat.door.ChatApplication;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.testkit.MovableClock;
import whatnow.testkit.SampleApplication;
import whatnow.testkit.slack.Call;
import whatnow.testkit.slack.FakeSlack;
import whatnow.testkit.slack.Message;

/** What people see in Slack. */
class SlackDoorTest {

    private static final Button ACK = Button.main("Acknowledge", "ack INC-2026-0042");

    private static ChatApplication app;
    private static FakeSlack slack;
    private static int users;

    private final String anna = "U" + ++users;

    @BeforeAll
    static void start() {
        var time = new MovableClock(whatnow.testkit.SampleCards.NOW);
        slack = FakeSlack.start(time);
        app = ChatApplication.start(
                SampleApplication.class,
                Map.of(
                        "whatnow.slack.signing-secret",
                        "the new secret",
                        "whatnow.slack.signing-secret-previous",
                        FakeSlack.SIGNING_SECRET,
                        "whatnow.slack.bot-token",
                        FakeSlack.BOT_TOKEN,
                        "whatnow.slack.api",
                        slack.api(),
                        "whatnow.slack.hooks",
                        slack.hooks(),
                        "whatnow.address",
                        "https://whatnow.example.com"));
        slack.sendsTo(app.address());
    }

    @AfterAll
    static void stop() {
        app.close();
        slack.close();
    }

    @BeforeEach
    void link() {
        app.forget();
        app.links(new ChatUser(ChatService.SLACK, "T1", anna), "anna", Role.RESPONDER);
    }

    @Test
    void aCommandIsAnsweredForEverybody() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));

        var message = slack.slash(anna, "now").message();

        assertThat(message.isEphemeral()).isFalse();
        assertThat(message.shown()).isEqualTo("SEV2 Major outage\n[Acknowledge]");
        assertThat(app.listening().heard())
                .containsExactly(
                        new Line(new Person("anna", Role.RESPONDER), "now", Optional.empty(), Optional.empty()));
    }

    @Test
    void whatSomebodyTypesArrivesAsTheyTypedIt() {
        app.listening().answers(_ -> words(Row.head("x")));

        slack.slash(anna, "note lag < 5 && errors > 3, \"&lt;\"");

        assertThat(app.listening().heard())
                .extracting(Line::text)
                .containsExactly("note lag < 5 && errors > 3, \"&lt;\"");
    }

    @Test
    void whatConcernsOneAloneIsShownToOneAlone() {
        app.listening().answers(_ -> words(Row.head("Found 3 articles")));
        assertThat(slack.slash(anna, "search lag").message().onlyFor()).contains(anna);

        app.listening().answers(_ -> Reply.refused("Your role does not include this."));
        assertThat(slack.slash(anna, "resolve").message().onlyFor()).contains(anna);
    }

    @Test
    void aChannelThatIsNamedAfterAnIncidentIsAboutIt() {
        app.listening().answers(_ -> words(Row.head("x")));
        slack.channel("C42", "inc-2026-0042-freight-db");

        slack.slash("C42", anna, "ack");

        assertThat(app.listening().heard()).extracting(Line::incident).containsExactly(Optional.of("INC-2026-0042"));
    }

    @Test
    @DisplayName("a press carries the version that was shown, and the message shows what is so now (S-5)")
    void aPressCarriesTheVersionAndUpdatesTheMessage() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));
        var message = slack.slash(anna, "now").message();
        app.listening().answers(_ -> card("INC-2026-0042", "v8", "SEV2 Major outage, anna has it"));

        slack.press(anna, message, "Acknowledge");

        assertThat(app.listening().heard().getLast())
                .isEqualTo(new Line(
                        new Person("anna", Role.RESPONDER),
                        "ack INC-2026-0042",
                        Optional.of("INC-2026-0042"),
                        Optional.of("v7")));
        var now = slack.channel().again(message);
        assertThat(now.shown()).isEqualTo("SEV2 Major outage, anna has it");
        assertThat(now.edits()).isEqualTo(1);
    }

    @Test
    @DisplayName("an old button shows the new state in its place instead of acting (S-5)")
    void anOldButtonShowsTheNewStateInItsPlace() {
        app.listening().answers(SlackDoorTest::actsOnTheNewestOnly);
        var message = slack.slash(anna, "now").message();
        var before = slack.messages().size();

        slack.press(anna, message, "Acknowledge");
        slack.press(anna, slack.channel().again(message), "Acknowledge");

        assertThat(slack.channel().again(message).shown()).startsWith("Nothing was done: it changed meanwhile.");
        assertThat(slack.messages()).hasSize(before);
    }

    /** Stands in for the grammar: whatever was shown is old already. */
    private static Reply actsOnTheNewestOnly(Line line) {
        var head = line.seen().isPresent() ? "Nothing was done: it changed meanwhile." : "SEV2 Major outage";
        return new Reply(
                line.seen().isPresent() ? Outcome.REFUSED : Outcome.ANSWERED,
                true,
                Optional.of("INC-2026-0042"),
                "v" + app.listening().heard().size(),
                List.of(Row.head(head)),
                List.of(),
                List.of(),
                List.of(ACK));
    }

    @Test
    void aRefusalLeavesTheCardOfTheOthersAlone() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));
        var message = slack.slash(anna, "now").message();
        app.listening().answers(_ -> Reply.refused("Only a commander says this."));

        slack.press(anna, message, "Acknowledge");

        assertThat(slack.channel().again(message)).isEqualTo(message);
        assertThat(slack.channel().onlyFor(anna))
                .singleElement()
                .returns("Only a commander says this.", Message::shown);
    }

    @Test
    @DisplayName("what Slack brings again is answered again and not done again (S-4)")
    void whatSlackBringsAgainIsNotDoneAgain() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage"));
        var first = slack.slash(anna, "ack");

        var again = slack.redelivers("http_timeout");

        assertThat(again.body()).isEqualTo(first.body()).isNotEmpty();
        assertThat(app.listening().heard()).hasSize(1);
    }

    @Test
    @DisplayName("what somebody else sends a second time is refused (S-4)")
    void whatSomebodyElseSendsASecondTimeIsRefused() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));
        var message = slack.slash(anna, "now").message();

        assertThat(slack.replays().status()).isEqualTo(403);
        slack.press(anna, message, "Acknowledge");
        assertThat(slack.replays().status()).isEqualTo(403);

        assertThat(app.listening().heard()).hasSize(2);
    }

    @Test
    @DisplayName("a forged request does nothing (S-4)")
    void aForgedRequestDoesNothing() {
        var delivery = slack.signsWith("guessed").slash(anna, "resolve");
        slack.signsWith(FakeSlack.SIGNING_SECRET);

        assertThat(delivery.status()).isEqualTo(401);
        assertThat(app.listening().heard()).isEmpty();
    }

    @Test
    void aSlowAnswerIsAnnouncedAndFollows() {
        var thought = new CountDownLatch(1);
        app.listening().answers(_ -> {
            await(thought);
            return card("INC-2026-0042", "v7", "SEV2 Major outage");
        });

        var delivery = slack.slash(anna, "now");
        assertThat(delivery.attempts()).containsExactly(200);
        assertThat(delivery.message().shown()).isEqualTo("Looking ... The answer comes here.");
        assertThat(delivery.message().onlyFor()).contains(anna);
        assertThat(slack.redelivers("http_timeout").body()).isEqualTo(delivery.body());

        thought.countDown();
        eventually(() -> slack.messages().getLast().shown().equals("SEV2 Major outage"));
        assertThat(app.listening().heard()).hasSize(1);
    }

    @Test
    void aSlowPressIsAcknowledgedInTimeAndFollows() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));
        var message = slack.slash(anna, "now").message();
        var thought = new CountDownLatch(1);
        app.listening().answers(_ -> {
            await(thought);
            return card("INC-2026-0042", "v8", "anna has it");
        });

        assertThat(slack.press(anna, message, "Acknowledge").attempts()).containsExactly(200);
        assertThat(slack.channel().again(message)).isEqualTo(message);

        thought.countDown();
        eventually(() -> slack.channel().again(message).shown().equals("anna has it"));
    }

    @Test
    void detailsStandInTheThreadAndAreUpdatedThere() {
        app.listening().answers(_ -> with(card("INC-2026-0042", "v7", "SEV2", ACK), Row.text("because of 3 alerts")));

        slack.slash(anna, "now");

        var message = slack.messages().getLast();
        assertThat(message.shown()).isEqualTo("SEV2\n[Acknowledge]");
        assertThat(slack.channel().thread(message)).extracting(Message::shown).containsExactly("because of 3 alerts");

        app.listening().answers(_ -> with(card("INC-2026-0042", "v8", "SEV1", ACK), Row.text("because of 9 alerts")));
        slack.press(anna, message, "Acknowledge");

        assertThat(slack.channel().again(message).shown()).startsWith("SEV1");
        assertThat(slack.channel().thread(message)).extracting(Message::shown).containsExactly("because of 9 alerts");
    }

    @Test
    void whereTheBotMayNotWriteDetailsAreShownToWhoeverAsked() {
        slack.channel("C7", "private").withoutBot();
        app.listening().answers(_ -> with(card("INC-2026-0042", "v7", "SEV2"), Row.text("because of 3 alerts")));

        var message = slack.slash("C7", anna, "now").message();

        assertThat(message.shown()).isEqualTo("SEV2");
        assertThat(message.isEphemeral()).isFalse();
        eventually(() -> !slack.channel("C7").onlyFor(anna).isEmpty());
        assertThat(slack.channel("C7").onlyFor(anna)).extracting(Message::shown).containsExactly("because of 3 alerts");
    }

    @Test
    void detailsOfAPrivateAnswerStayPrivate() {
        app.listening().answers(_ -> with(words(Row.head("Restricted")), Row.text("carla knows")));

        slack.slash(anna, "why");

        eventually(() -> slack.channel().onlyFor(anna).size() == 2);
        assertThat(slack.channel().onlyFor(anna))
                .extracting(Message::shown)
                .containsExactly("Restricted", "carla knows");
        assertThat(slack.calls("chat.postMessage"))
                .noneMatch(it -> it.arguments().toString().contains("carla knows"));
    }

    @Test
    @DisplayName("a throttled answer comes after the pause that Slack asked for (L-10)")
    void aThrottledAnswerComesAfterThePause() {
        slack.throttle(1);
        app.listening().answers(_ -> with(card("INC-2026-0042", "v7", "SEV2 throttled"), Row.text("why")));

        var delivery = slack.slash(anna, "now");

        assertThat(delivery.isTaken()).isTrue();
        eventually(() -> slack.messages().getLast().shown().equals("SEV2 throttled"));
    }

    @Test
    @DisplayName("data calls nobody on its way to Slack and back (N-6)")
    void dataCallsNobodyOnItsWayToSlackAndBack() {
        var button = Button.of("<@U1>", "note <!channel> & more");
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "<!channel> <http://x|ok>", button));

        var message = slack.slash(anna, "now").message();
        slack.press(anna, message, "<@U1>");

        assertThat(message.mentions()).isEmpty();
        assertThat(message.shown()).startsWith("<!channel> <http://x|ok>");
        assertThat(app.listening().heard().getLast().text()).isEqualTo("note <!channel> & more");
    }

    @Test
    void aFailureIsSaidInWordsAndNotBroughtAgain() {
        app.listening().answers(_ -> {
            throw new IllegalStateException("select secret from vault");
        });

        var delivery = slack.slash(anna, "now");

        assertThat(delivery.attempts()).containsExactly(200);
        assertThat(delivery.message().shown())
                .startsWith("Something broke here.")
                .doesNotContain("vault");
        assertThat(delivery.message().onlyFor()).contains(anna);
    }

    @Test
    void strangersLearnNothingButHowToBecomeKnown() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));
        var message = slack.slash(anna, "now").message();
        app.forget();

        var typed = slack.slash("UX", "now").message();
        slack.press("UX", message, "Acknowledge");

        assertThat(typed.onlyFor()).contains("UX");
        assertThat(typed.shown())
                .startsWith("Nobody here knows this Slack account yet.")
                .doesNotContain("SEV2");
        assertThat(typed.blocks().toString()).contains("https://whatnow.example.com/chat/link?code=");
        assertThat(slack.channel().onlyFor("UX")).hasSize(2);
        assertThat(slack.channel().again(message)).isEqualTo(message);
        assertThat(app.listening().heard()).isEmpty();
    }

    @Test
    void whoIsKnownMayAskToBeSomebodyElse() {
        assertThat(slack.slash(anna, " Link ").message().shown()).startsWith("Here you are anna, responder.");
        assertThat(app.listening().heard()).isEmpty();
    }

    @AfterEach
    void nothingIsEverPostedThatSlackRefuses() {
        assertThat(slack.posts()).allMatch(Call::isOk);
        assertThat(slack.calls()).noneMatch(it -> it.outcome().equals("invalid_blocks"));
    }

    static void eventually(BooleanSupplier holds) {
        for (var tries = 0; tries < 400 && !holds.getAsBoolean(); tries++) {
            sleep(Duration.ofMillis(25));
        }
        assertThat(holds.getAsBoolean()).as("at last").isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(Duration span) {
        try {
            Thread.sleep(span);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
