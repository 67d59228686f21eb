package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import whatnow.incident.Verdict;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Library;
import whatnow.now.NowCard;

/** The article of what is decided, or of what is asked. */
@Component
class RunbookVerb implements Verb {

    private static final int LINES = 9;
    private static final int HITS = 4;

    private final OnScreen screen;
    private final Library library;
    private final CountedSearch search;

    RunbookVerb(OnScreen screen, Library library, CountedSearch search) {
        this.screen = screen;
        this.library = library;
        this.search = search;
    }

    @Override
    public Usage usage() {
        return Usage.looks(
                        "runbook",
                        "runbook [INC | words]",
                        "The steps of what is decided; with words, the section that fits them best.")
                .alias("checklist", "steps");
    }

    @Override
    public Reply answer(Said said) {
        var words = said.rest().strip();
        return words.isEmpty() || OnScreen.number(words).isPresent()
                ? switch (screen.meant(said, name())) {
                    case OnScreen.One one -> ofCard(one.card());
                    case OnScreen.Unclear(Reply reply) -> reply;
                }
                : found(said);
    }

    /** The commands of a step stand in the details with their checks; a dangerous one is never shown alone. */
    private static Reply ofCard(NowCard card) {
        var now = card.doNow();
        if (now.article().isEmpty()) {
            return Reply.refused(
                    "No article is proposed for %s yet.".formatted(card.incident()),
                    "Answer the questions of its card, or say: runbook and some words.");
        }
        var whole = CardRows.reply(card, Outcome.ANSWERED, List.of());
        var article = now.article().get();
        var rows = new ArrayList<Row>();
        rows.add(Row.head("%s: %s, %d of %d done"
                .formatted(card.incident(), now.strategy().orElse("steps"), now.done(), now.total())));
        now.steps()
                .forEach(it -> rows.add(
                        Row.text("%d. %s%s".formatted(it.number(), it.dangerous() ? "DANGER: " : "", it.title()))));
        now.doNot().ifPresent(it -> rows.add(Row.warning("DO NOT " + it)));
        rows.add(Row.link("All steps: " + article, "/kb/" + article));
        rows.add(Row.note("When one is done, say: done and its number"));
        return new Reply(
                Outcome.ANSWERED,
                !card.isRestricted(),
                Optional.of(card.incident()),
                CardRows.version(card),
                rows,
                whole.details(),
                List.of(),
                verdicts(card, article));
    }

    private static List<Button> verdicts(NowCard card, String article) {
        return Stream.of(Verdict.values())
                .map(it -> Button.of(
                        switch (it) {
                            case HELPED -> "This helped";
                            case WRONG -> "Wrong";
                            case MISSING -> "Missing";
                        },
                        "%s %s %s".formatted(it.key(), card.incident(), article)))
                .toList();
    }

    private Reply found(Said said) {
        var words = said.rest().strip();
        var about = screen.here(said);
        var hits = search.find(said.person(), words, about.map(NowCard::incident), HITS)
                .hits();
        if (hits.isEmpty()) {
            return Reply.refused(
                    "No runbook was found for (%s).".formatted(Cut.of(words)),
                    "Try fewer words, or the name of the alert.");
        }
        var best = hits.getFirst();
        var rows = new ArrayList<Row>();
        rows.add(Row.link("%s: %s".formatted(best.title(), best.heading()), path(best)));
        var text = library.find(best.citation()).map(it -> it.text()).orElse("");
        text.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .limit(LINES)
                .forEach(it -> rows.add(Row.text(Cut.line(it))));
        hits.stream().skip(1).map(SearchVerb::row).forEach(rows::add);
        return new Reply(
                Outcome.ANSWERED,
                about.filter(NowCard::isRestricted).isEmpty(),
                about.map(NowCard::incident),
                "",
                rows,
                text.isBlank() ? List.of() : List.of(Row.command(text)),
                List.of(),
                List.of());
    }

    private static String path(Hit hit) {
        return "/kb/%s#%s".formatted(hit.article().slug(), hit.section());
    }
}
