package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.chat.CardRows;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.decision.Supposing;
import whatnow.incident.Fact;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.plan.PlanId;
import whatnow.signal.SaidFacts;
import whatnow.time.Now;

/**
 * Answers a sentence: what was read of it, what would be decided if it were so, and what was not understood. Nothing is
 * written down: to ask is not to report.
 */
@Component
class SupposingWords {

    private static final int HITS = 3;

    private final Hearing hearing;
    private final Belonging belonging;
    private final OnScreen screen;
    private final Incidents incidents;
    private final Supposing supposing;
    private final NowCards cards;
    private final SaidFacts saidFacts;
    private final CountedSearch search;
    private final Now now;

    SupposingWords(
            Hearing hearing,
            Belonging belonging,
            OnScreen screen,
            Incidents incidents,
            Supposing supposing,
            NowCards cards,
            SaidFacts saidFacts,
            CountedSearch search,
            Now now) {
        this.hearing = hearing;
        this.belonging = belonging;
        this.screen = screen;
        this.incidents = incidents;
        this.supposing = supposing;
        this.cards = cards;
        this.saidFacts = saidFacts;
        this.search = search;
        this.now = now;
    }

    Reply answer(Said said) {
        var number = OnScreen.number(said.rest());
        var text = number.map(it -> said.rest().strip().substring(it.length()).strip())
                .orElse(said.rest());
        var heard = hearing.hear(text);
        if (heard.taken().isEmpty()) {
            return notUnderstood(said, heard);
        }
        var about = number.or(said::here);
        if (about.isPresent()) {
            return switch (screen.meant(said.withRest(about.get()), "now")) {
                case OnScreen.One one ->
                    decided(
                            said,
                            heard,
                            Optional.of(one.card()),
                            new PlanId(one.card().plan()));
                case OnScreen.Unclear(Reply reply) -> reply;
            };
        }
        var facts = heard.facts(said.person(), Optional.empty(), now.instant());
        var plans = heard.words().plan().map(it -> List.of(new PlanId(it))).orElseGet(() -> belonging.plans(facts));
        return plans.size() == 1
                ? decided(
                        said,
                        heard,
                        Belonging.incident(
                                plans.getFirst(),
                                facts,
                                screen.open(said.person()).cards()),
                        plans.getFirst())
                : whose(heard, plans);
    }

    private Reply decided(Said said, Hearing.Understood heard, Optional<NowCard> open, PlanId plan) {
        var incident = open.flatMap(it -> incidents.numbered(it.incident()));
        var facts = heard.facts(said.person(), incident.map(Incident::id), now.instant());
        var symptoms = saidFacts.shown(facts);
        var supposed = incident.map(it -> supposing.about(it, facts, symptoms))
                .orElseGet(() -> supposing.inPlan(plan, facts, symptoms));
        var card = CardRows.reply(cards.supposing(supposed), Outcome.ANSWERED, opening(heard, open));
        var isOpenToAll =
                card.forEverybody() && open.filter(NowCard::isRestricted).isEmpty();
        return new Reply(
                Outcome.ANSWERED,
                isOpenToAll,
                open.map(NowCard::incident),
                open.map(CardRows::version).orElse(""),
                card.rows(),
                withHits(card.details(), hits(said, heard.left(), open)),
                heard.chips("now" + open.map(it -> " " + it.incident()).orElse("")),
                List.of(record(heard, open, facts)));
    }

    private static List<Row> opening(Hearing.Understood heard, Optional<NowCard> open) {
        var rows = new ArrayList<Row>();
        rows.add(Row.text("I read: %s.".formatted(heard.read())));
        guessed(heard).ifPresent(rows::add);
        notRead(heard.left()).ifPresent(rows::add);
        rows.add(Row.note(open.map(it -> "Not recorded. With this %s would be decided so:".formatted(it.incident()))
                .orElse("Not recorded, and nothing is opened. If it is so, this would be decided:")));
        return rows;
    }

    private static Optional<Row> guessed(Hearing.Understood heard) {
        var guesses =
                heard.all().stream().filter(it -> it.isGuess() && !it.isTaken()).toList();
        return guesses.isEmpty()
                ? Optional.empty()
                : Optional.of(Row.text("Is it so? %s"
                        .formatted(String.join(
                                "; ", guesses.stream().map(Hearing.Each::text).toList()))));
    }

    private static Optional<Row> notRead(List<String> left) {
        return left.isEmpty() ? Optional.empty() : Optional.of(Row.text("Not understood: %s".formatted(quoted(left))));
    }

    private static String quoted(List<String> left) {
        var all = String.join("\u201D, \u201C", left);
        return "\u201C%s\u201D".formatted(all.length() > 200 ? all.substring(0, 200) + "\u2026" : all);
    }

    private static Button record(Hearing.Understood heard, Optional<NowCard> open, List<Fact> facts) {
        var verb = open.map(it -> "fact " + it.incident()).orElse("declare");
        return Button.main(
                open.isPresent()
                        ? facts.size() == 1 ? "Record it" : "Record these %d".formatted(facts.size())
                        : "Open an incident",
                heard.words().line(verb));
    }

    private Reply whose(Hearing.Understood heard, List<PlanId> plans) {
        var rows = new ArrayList<Row>();
        rows.add(Row.head("Whose is it? %s have what you named."
                .formatted(String.join(", ", plans.stream().map(PlanId::name).toList()))));
        rows.add(Row.text("I read: %s.".formatted(heard.read())));
        notRead(heard.left()).ifPresent(rows::add);
        var buttons = plans.stream()
                .limit(5)
                .map(it -> Button.of(it.name(), heard.words().inPlan(it.name()).line("now")))
                .toList();
        return new Reply(Outcome.ANSWERED, true, Optional.empty(), "", rows, List.of(), heard.chips("now"), buttons);
    }

    private Reply notUnderstood(Said said, Hearing.Understood heard) {
        var rows = new ArrayList<Row>();
        rows.add(Row.head(heard.all().isEmpty() ? "I read no facts in that." : "Nothing of that is said for certain."));
        guessed(heard).ifPresent(rows::add);
        notRead(heard.left()).ifPresent(rows::add);
        var hits = hits(said, heard.left(), screen.here(said));
        rows.addAll(hits);
        if (hits.isEmpty() && heard.all().isEmpty()) {
            rows.add(Row.text("Name a service or region and what is wrong with it: freight-api is down. Or say help."));
        }
        screen.open(said.person()).cards().stream()
                .limit(3)
                .forEach(it -> rows.add(Row.text("Open: " + CardRows.line(it))));
        return new Reply(
                Outcome.ANSWERED,
                false,
                Optional.empty(),
                "",
                rows.stream().limit(Reply.MOST_ROWS).toList(),
                List.of(),
                heard.chips("now"),
                List.of());
    }

    private static List<Row> withHits(List<Row> details, List<Row> hits) {
        var all = new ArrayList<>(hits);
        all.addAll(details);
        return List.copyOf(all);
    }

    /** What was not understood goes to the search. */
    private List<Row> hits(Said said, List<String> left, Optional<NowCard> open) {
        return left.isEmpty()
                ? List.of()
                : search.find(said.person(), String.join(" ", left), open.map(NowCard::incident), HITS).hits().stream()
                        .map(SearchVerb::row)
                        .toList();
    }
}
