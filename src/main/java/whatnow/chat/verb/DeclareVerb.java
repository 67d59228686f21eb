package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import whatnow.chat.CardRows;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.plan.PlanId;
import whatnow.security.Role;

/** Declares an incident, or opens one. */
@Component
class DeclareVerb implements Verb {

    private static final Pattern SEVERITY = Pattern.compile("(?i)^(sev-?[1-5]|p[1-5])\\b\\s*");
    private static final Pattern ANOTHER = Pattern.compile("(?i)^new\\b\\s*");

    private final Hearing hearing;
    private final Belonging belonging;
    private final OnScreen screen;
    private final Recording recording;

    DeclareVerb(Hearing hearing, Belonging belonging, OnScreen screen, Recording recording) {
        this.hearing = hearing;
        this.belonging = belonging;
        this.screen = screen;
        this.recording = recording;
    }

    @Override
    public Usage usage() {
        return Usage.acts(
                        Role.RESPONDER,
                        "declare",
                        "declare [INC] [SEV1-5] [what is wrong, in your own words]",
                        "Declares it: the times of the plan run from here. Without a number it opens an incident with what you say.")
                .alias("report");
    }

    @Override
    public Reply answer(Said said) {
        var number = OnScreen.number(said.rest()).or(said::here);
        if (number.isPresent() || said.rest().isBlank()) {
            return switch (screen.meant(said, name())) {
                case OnScreen.One(NowCard card, String rest) -> declare(said, card, rest);
                case OnScreen.Unclear(Reply reply) -> reply;
            };
        }
        return open(said);
    }

    private Reply declare(Said said, NowCard card, String rest) {
        var severity = severity(rest);
        var words = rest.substring(severity.map(String::length).orElse(0)).strip();
        return recording.declared(said, card, severity.map(String::strip).orElse(""), words, hearing.hear(words));
    }

    private Reply open(Said said) {
        var severity = severity(said.rest());
        var rest = said.rest().substring(severity.map(String::length).orElse(0)).strip();
        var isAnother = ANOTHER.matcher(rest).lookingAt();
        var words = ANOTHER.matcher(rest).replaceFirst("");
        var heard = hearing.hear(words);
        var facts = heard.facts(said.person(), Optional.empty(), recording.at());
        var plans =
                heard.words().plan().isPresent() ? List.of(heard.words().plan().get()) : belonging.names(facts);
        if (plans.size() > 1) {
            return whose(heard, plans);
        }
        var plan = new PlanId(plans.getFirst());
        var open = isAnother
                ? Optional.<NowCard>empty()
                : Belonging.sharing(plan, facts, screen.open(said.person()).cards());
        return open.map(it -> isOpenAlready(it, heard))
                .orElseGet(() ->
                        recording.opened(said, plan, severity.map(String::strip).orElse(""), heard));
    }

    private static Optional<String> severity(String words) {
        var matcher = SEVERITY.matcher(words);
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Two incidents for one outage are two commanders. */
    private static Reply isOpenAlready(NowCard card, Hearing.Understood heard) {
        return CardRows.reply(
                        card,
                        Outcome.REFUSED,
                        List.of(Row.text(
                                "%s is open for this already; no second one was opened. Record it there, or say: declare new ..."
                                        .formatted(card.incident()))))
                .withButtons(List.of(
                        Button.main("Record it there", heard.words().line("fact " + card.incident())),
                        Button.of("Open another", heard.words().line("declare new"))));
    }

    private static Reply whose(Hearing.Understood heard, List<String> plans) {
        var rows = new ArrayList<Row>();
        rows.add(Row.head(
                heard.all().isEmpty()
                        ? "Which plan is it about?"
                        : "Whose is it? %s have what you named.".formatted(String.join(", ", plans))));
        rows.add(Row.text("Nothing is opened yet."));
        var buttons = plans.stream()
                .limit(5)
                .map(it -> Button.of(it, heard.words().inPlan(it).line("declare")))
                .toList();
        return new Reply(Outcome.REFUSED, false, Optional.empty(), "", rows, List.of(), List.of(), buttons);
    }
}
