package whatnow.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Chip;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Reply.Style;
import whatnow.chat.door.Press;
import whatnow.testkit.slack.BlockRules;
import whatnow.testkit.slack.Message;

class SlackBlocksTest {

    private static final Optional<String> BASE = Optional.of("https://whatnow.example.com");

    private static final List<String> HOSTILE = List.of(
            "<!channel> all",
            "<!here|here>",
            "<!everyone>",
            "<@U1>",
            "<#C1|general>",
            "<!subteam^S1>",
            "<http://evil.example|ok>",
            "<https://evil.example>",
            "<mailto:a@b|mail>",
            "&lt;!channel&gt;",
            "*bold* _it_ ~gone~ `code` ```x```",
            "> quote\n<!channel>",
            ":fire: :sev1:",
            "pay\u202Etnemyap\u200B\u0000",
            "<!date^0^{date}|x>",
            "{\"type\":\"broadcast\"}",
            "\uD83D\uDE00".repeat(2000),
            "");

    @Test
    @DisplayName("data calls nobody and leads nowhere, wherever it stands (N-6)")
    void dataCallsNobodyAndLeadsNowhere() {
        for (var hostile : HOSTILE) {
            var reply = everywhere(hostile);
            var message = new SlackMessage(reply, BASE);

            assertTaken(message.main());
            assertTaken(message.details());
        }
    }

    @Test
    @DisplayName("no markup is read in data, and what is hidden is spelt out (N-5, N-6)")
    void noMarkupIsReadInData() {
        var message = main(Row.text("*a* pay\u202Etnemyap :fire:"));

        assertThat(message.path("blocks").toString()).doesNotContain("mrkdwn");
        assertThat(message.path("mrkdwn").asBoolean()).isFalse();
        assertThat(message.path("link_names").asBoolean()).isFalse();
        assertThat(shown(message)).isEqualTo("*a* pay[U+202E]tnemyap :fire:");
        assertThat(message.path("blocks").findValues("emoji")).allMatch(it -> !it.asBoolean());
    }

    @Test
    void everyStyleIsReadInItsPlace() {
        var message = main(
                Row.head("SEV2 Major outage"),
                Row.text("freight-db is down <1 of 2>"),
                Row.link("INC-1", "/incidents/INC-1"),
                Row.command("psql -c 'select 1 < 2'\n  && echo *ok*"),
                Row.warning("restart the old primary"),
                Row.warning("Do not fail over."),
                Row.note("40 s ago"));

        assertThat(shown(message)).isEqualTo("""
                SEV2 Major outage
                freight-db is down <1 of 2>
                INC-1
                psql -c 'select 1 < 2'
                  && echo *ok*
                Warning: restart the old primary
                Do not fail over.
                40 s ago""");
        assertThat(message.toString()).contains("\"url\":\"https://whatnow.example.com/incidents/INC-1\"");
        assertThat(message.toString()).contains("rich_text_preformatted");
        assertThat(message.path("text").asString()).contains("freight-db is down &lt;1 of 2&gt;");
    }

    @Test
    void withoutAnAddressAPathIsWrittenOut() {
        var message = new SlackMessage(reply(List.of(Row.link("INC-1", "/incidents/INC-1"))), Optional.empty()).main();

        assertThat(shown(message)).isEqualTo("INC-1: /incidents/INC-1");
    }

    @Test
    void whatLeadsElsewhereIsNoLink() {
        for (var path : List.of("//evil.example", "https://evil.example", "javascript:alert(1)")) {
            assertThat(main(Row.link("ok", path)).toString()).doesNotContain("\"url\"");
        }
    }

    @Test
    void fifteenLinesStandInTheMessageAndTheRestInTheDetails() {
        var rows = IntStream.rangeClosed(1, 40)
                .mapToObj(it -> Row.text("row " + it))
                .toList();
        var message = new SlackMessage(reply(rows), BASE);

        assertThat(shown(message.main()).lines()).hasSize(15);
        assertThat(shown(message.details()).lines()).first().isEqualTo("row 16");
    }

    @Test
    void buttonsStandInRowsOfFiveAndCarryWhatTheySay() {
        var buttons = IntStream.range(0, 7)
                .mapToObj(it -> new Button("B" + it, "say " + it, it == 0))
                .toList();
        var reply = new Reply(
                Outcome.ANSWERED,
                true,
                Optional.of("INC-1"),
                "v7",
                List.of(Row.head("x")),
                List.of(),
                List.of(),
                buttons);
        var blocks = new SlackMessage(reply, BASE).main().path("blocks");

        assertThat(blocks.path(1).path("elements")).hasSize(5);
        assertThat(blocks.path(2).path("elements")).hasSize(2);
        assertThat(blocks.path(1).path("elements").path(0).path("style").asString())
                .isEqualTo("primary");
        assertThat(Press.read(
                        blocks.path(2).path("elements").path(1).path("value").asString()))
                .isEqualTo(new Press("say 6", Optional.of("INC-1"), Optional.of("v7"), false));
    }

    @Test
    void whatWasReadIsSaidInWordsWithItsCorrections() {
        var chip = new Chip(
                "us-east-1 is lost",
                "us-east is gone",
                true,
                List.of(Button.of("Not so", "now without us-east-1")),
                List.of(Button.of("it is us-west-2", "now 1=us-west-2 gone")));
        var message = Message.draft(new SlackMessage(chips(chip), BASE).main());

        assertThat(message.shown())
                .contains("Only a guess, and not believed: us-east-1 is lost (from \"us-east is gone\")");
        assertThat(message.buttons()).containsExactly("Not so", "it is us-west-2");
    }

    @Test
    void longTextsAreCutWithAWordAndCommandsNeverAre() {
        assertThat(shown(main(Row.text("x".repeat(5000))))).hasSize(3000).endsWith("(cut)");
        assertThat(shown(main(Row.command("\uD83D\uDE00y".repeat(3000))))).isEqualTo("\uD83D\uDE00y".repeat(3000));
        assertThat(shown(main(Row.command("y".repeat(9001)))))
                .isEqualTo("A command is too long for this place. Copy it from the page.");
        assertTaken(new SlackMessage(reply(Collections.nCopies(14, Row.text("z".repeat(2990)))), BASE).main());
    }

    @Test
    void aButtonWithoutRoomIsSaidSo() {
        var reply = new Reply(
                Outcome.ANSWERED,
                true,
                Optional.empty(),
                "",
                List.of(Row.head("x")),
                List.of(),
                List.of(),
                List.of(Button.of("Long", "note " + "x".repeat(3000)), Button.of("Short", "ack")));
        var message = Message.draft(new SlackMessage(reply, BASE).main());

        assertThat(message.buttons()).containsExactly("Short");
        assertThat(message.shown()).contains("Buttons without room here: 1.");
    }

    @Test
    @DisplayName("whatever is replied, Slack takes it (N-12)")
    void whateverIsRepliedSlackTakesIt() {
        var random = new Random(12);
        for (var i = 0; i < 500; i++) {
            var message = new SlackMessage(randomReply(random), random.nextBoolean() ? BASE : Optional.empty());
            assertTaken(message.main());
            if (message.hasDetails()) {
                assertTaken(message.details());
            }
        }
    }

    private static Reply randomReply(Random random) {
        var rows = new ArrayList<Row>();
        for (var i = random.nextInt(70); i >= 0; i--) {
            var style = Style.values()[random.nextInt(Style.values().length)];
            var path = random.nextInt(4) == 0 ? Optional.of("/x y/" + i) : Optional.<String>empty();
            rows.add(new Row(style, randomText(random), path));
        }
        var buttons = Stream.generate(() -> new Button(randomText(random), randomText(random), random.nextBoolean()))
                .limit(random.nextInt(40))
                .toList();
        var chips = Stream.generate(() ->
                        new Chip(randomText(random), randomText(random), random.nextBoolean(), buttons, List.of()))
                .limit(random.nextInt(12))
                .toList();
        return new Reply(Outcome.ANSWERED, true, Optional.of("INC-1"), "v", rows, rows, chips, buttons);
    }

    private static String randomText(Random random) {
        var hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
        return random.nextInt(5) == 0 ? hostile.repeat(random.nextInt(100)) : hostile;
    }

    private static Reply everywhere(String text) {
        var rows = Stream.of(Style.values())
                .map(it -> new Row(it, text, Optional.of("/" + text)))
                .toList();
        var plain = Stream.of(Style.values())
                .map(it -> new Row(it, text, Optional.empty()))
                .toList();
        var all = Stream.concat(plain.stream(), rows.stream()).toList();
        var button = Button.of(text, "note " + text);
        return new Reply(
                Outcome.ANSWERED,
                true,
                Optional.of(text),
                text,
                all,
                all,
                List.of(new Chip(text, text, true, List.of(button), List.of())),
                List.of(button));
    }

    private static void assertTaken(ObjectNode message) {
        assertThat(BlockRules.broken(message.path("blocks"))).isEmpty();
        assertThat(Message.draft(message).mentions()).isEmpty();
        assertThat(message.path("text").asString()).isNotBlank().hasSizeLessThan(4000);
    }

    private static ObjectNode main(Row... rows) {
        return new SlackMessage(reply(List.of(rows)), BASE).main();
    }

    private static String shown(ObjectNode message) {
        return Message.draft(message).shown();
    }

    private static Reply reply(List<Row> rows) {
        return new Reply(Outcome.ANSWERED, true, Optional.empty(), "", rows, List.of(), List.of(), List.of());
    }

    private static Reply chips(Chip chip) {
        return new Reply(
                Outcome.ANSWERED,
                true,
                Optional.empty(),
                "",
                List.of(Row.head("x")),
                List.of(),
                List.of(chip),
                List.of());
    }
}
