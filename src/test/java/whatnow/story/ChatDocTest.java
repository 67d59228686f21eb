package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The answers in docs/chat.md are those of the product: a night is told in it line by line.
 *
 * <p>{@code mvn test -Dtest=ChatDocTest -Dwhatnow.write-docs=true} writes them anew.
 */
class ChatDocTest {

    private static final Path FILE = Path.of("docs/chat.md");
    private static final String FROM = "<!-- from here on written by ChatDocTest -->\n";
    private static final Instant NIGHT = Instant.parse("2026-11-20T02:14:00Z");
    private static final Pattern NUMBER = Pattern.compile("(INC|DEC)-\\d{4}-\\d+");

    private final StringBuilder told = new StringBuilder();
    private final Map<String, String> numbers = new LinkedHashMap<>();

    @Test
    void theDocumentShowsWhatTheProductAnswers() throws IOException {
        try (var night = Night.under("freight")) {
            var before = night.now();
            night.passes(Duration.between(before, NIGHT));
            tell(night);
            night.passes(Duration.between(night.now(), before));
        }
        var written = Files.readString(FILE);
        var introduction = written.substring(0, written.indexOf(FROM) + FROM.length());

        if (Boolean.getBoolean("whatnow.write-docs")) {
            Files.writeString(FILE, introduction + told);
        } else {
            assertThat(written)
                    .as("docs/chat.md; write it anew with -Dwhatnow.write-docs=true")
                    .isEqualTo(introduction + told);
        }
    }

    private void tell(Night night) {
        var anna = night.comes("anna", "commander");
        say(night, anna, "Nothing is open", "now");
        say(night, anna, "In your own words", "replica lag is 40 min and us-east-1 is gone, what now?");
        say(
                night,
                anna,
                "What is not understood is said and searched for",
                "the coffee machine is on fire, promote the standby");
        say(night, anna, "A guess is asked about", "we think redis is down");
        say(night, anna, "Opening an incident", "declare freight-db is down in us-east-1");
        night.passes(Duration.ofSeconds(40));
        say(night, anna, "I have it", "ack looking at the events of RDS");
        say(night, anna, "Why", "why");
        say(night, anna, "Why not", "why not SEV1", "why not failover to another region");
        say(night, anna, "Answering the first question", "answer yes");
        say(night, anna, "Steps", "runbook", "done 1");
        say(night, anna, "Whom to call", "who");
        say(
                night,
                anna,
                "Telling more",
                "fact replica in us-west-2 is 20 s behind",
                "fact standby=yes service=freight-db capacityPercent=100");
        say(night, anna, "Where it stands", "status", "status identified the primary lost its disk");
        say(night, anna, "What is switched off", "tier");
        say(night, anna, "Calling the next ones", "escalate L3 nobody of L2 answers");
        say(night, anna, "Overruling the severity", "sev 1 no order can be placed");
        say(night, anna, "History", "timeline the provider confirms a failed disk", "timeline");
        say(night, anna, "Finding a runbook", "search promote standby", "runbook replica lag");
        night.passes(Duration.ofMinutes(20));
        var number = night.incident();
        say(
                night,
                anna,
                "It is over",
                "resolve it is over",
                "resolve " + number + " a test write succeeds from outside");
        night.passes(Duration.ofHours(30));
        say(night, anna, "Another night", "declare the database does not answer", "similar");
        say(night, anna, "Words that do nothing here", "page the cto", "drill start");
        say(night, anna, "Help", "help", "help fact");
        var vera = night.comes("vera", "viewer");
        say(night, vera, "Who may only read", "ack");
    }

    private void say(Night night, String token, String title, String... lines) {
        told.append("\n## %s\n".formatted(title));
        for (var line : lines) {
            told.append("\n```text\n/whatnow %s\n```\n\n```text\n".formatted(stable(line)));
            told.append(stable(night.saysForText(token, line)).stripTrailing()).append("\n```\n");
        }
    }

    /** Numbers depend on what other tests opened before; here they count from the first. */
    private String stable(String text) {
        return NUMBER.matcher(text)
                .replaceAll(it -> numbers.computeIfAbsent(
                        it.group(),
                        _ -> "%s-2026-%04d"
                                .formatted(
                                        it.group(1),
                                        numbers.keySet().stream()
                                                        .filter(known -> known.startsWith(it.group(1)))
                                                        .count()
                                                + 42)));
    }
}
