package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;

/** What can be said. */
@Component
class HelpVerb implements Verb {

    private final ObjectProvider<Verb> verbs;

    HelpVerb(ObjectProvider<Verb> verbs) {
        this.verbs = verbs;
    }

    @Override
    public Usage usage() {
        return Usage.looks("help", "help [verb]", "What can be said, or how one verb is used.")
                .alias("?", "commands");
    }

    @Override
    public boolean takes(String rest) {
        return !rest.contains(" ");
    }

    @Override
    public Reply answer(Said said) {
        var wanted = said.rest().strip().toLowerCase(Locale.ROOT);
        var all = verbs.stream()
                .filter(it -> !(it instanceof LaterVerb))
                .sorted(Comparator.comparing(Verb::name))
                .toList();
        return verbs.stream()
                .filter(it -> it.name().equals(wanted) || it.usage().aliases().contains(wanted))
                .findFirst()
                .map(HelpVerb::one)
                .orElseGet(() -> overview(all));
    }

    private static Reply one(Verb verb) {
        var rows = new ArrayList<Row>();
        rows.add(Row.head(verb.usage().form()));
        rows.add(Row.text(verb.usage().says()));
        if (!verb.usage().aliases().isEmpty()) {
            rows.add(Row.note("Also: " + String.join(", ", verb.usage().aliases())));
        }
        rows.add(Row.note(
                "For everybody who is at least a " + verb.usage().needs().key()));
        return reply(rows, List.of());
    }

    private static Reply overview(List<Verb> all) {
        return reply(
                List.of(
                        Row.head("Say what is wrong in your own words, or one of these"),
                        Row.text("us-east-1 is gone and replica lag is 40 min"),
                        Row.text("Look: now, why, why not SEV1, who, status, tier, timeline, runbook, search, similar"),
                        Row.text(
                                "Do: declare, ack, fact, answer, done, escalate, sev, resolve, helped, wrong, missing"),
                        Row.note("INC-2026-0042 behind a verb says which incident; with one open it may be left out."),
                        Row.note("help and a verb says how it is used.")),
                all.stream()
                        .map(it -> Row.text(
                                "%s: %s".formatted(it.usage().form(), it.usage().says())))
                        .toList());
    }

    private static Reply reply(List<Row> rows, List<Row> details) {
        return new Reply(Outcome.ANSWERED, false, Optional.empty(), "", rows, details, List.of(), List.of());
    }
}
