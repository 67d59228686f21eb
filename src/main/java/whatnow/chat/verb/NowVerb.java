package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import whatnow.now.NowCards;
import whatnow.now.NowText;
import whatnow.plan.PlanId;
import whatnow.plan.PlannedService;
import whatnow.plan.Plans;
import whatnow.plan.ServiceNames;
import whatnow.time.Now;

/** The question itself: of everything that is open, of one incident or service, or of what a sentence says. */
@Component
class NowVerb implements Verb {

    private static final int LISTED = 6;

    private final OnScreen screen;
    private final NowCards cards;
    private final SupposingWords supposing;
    private final Plans plans;
    private final Now now;

    NowVerb(OnScreen screen, NowCards cards, SupposingWords supposing, Plans plans, Now now) {
        this.screen = screen;
        this.cards = cards;
        this.supposing = supposing;
        this.plans = plans;
        this.now = now;
    }

    @Override
    public Usage usage() {
        return Usage.looks(
                        "now",
                        "[now] [INC | service | what is wrong, in your own words]",
                        "What now? The card of what is open, or what would be decided for what you describe. Nothing is recorded.")
                .alias("whatnow", "whatif");
    }

    @Override
    public Reply answer(Said said) {
        var words = said.rest().strip();
        var plain = words.toLowerCase(Locale.ROOT).replaceAll("[?!. ]+$", "");
        if (plain.isEmpty() || plain.equals("now") || plain.equals("what now")) {
            return said.here().map(it -> one(said)).orElseGet(() -> everything(said));
        }
        if (OnScreen.number(words).filter(it -> it.length() == words.length()).isPresent()) {
            return one(said);
        }
        return ofService(said, words).orElseGet(() -> supposing.answer(said));
    }

    private Reply one(Said said) {
        return switch (screen.meant(said, name())) {
            case OnScreen.One one -> CardRows.reply(one.card(), Outcome.ANSWERED, List.of());
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    private Reply everything(Said said) {
        var open = screen.open(said.person());
        if (open.cards().isEmpty()) {
            return nothing(open);
        }
        var gravest = CardRows.reply(open.cards().getFirst(), Outcome.ANSWERED, List.of());
        return withOthers(gravest, open);
    }

    private Optional<Reply> ofService(Said said, String words) {
        return screen.open(said.person()).cards().stream()
                .filter(it -> isAbout(it, words))
                .findFirst()
                .map(it -> CardRows.reply(it, Outcome.ANSWERED, List.of()));
    }

    /** By any name that the card's plan gives the service. */
    private boolean isAbout(NowCard card, String words) {
        var name = plans.find(new PlanId(card.plan()))
                .flatMap(it -> it.named(words))
                .map(PlannedService::name)
                .orElse(words);
        return card.head().services().stream().map(ServiceNames::folded).anyMatch(ServiceNames.folded(name)::equals);
    }

    private Reply nothing(OnScreen.Open open) {
        var rows = new ArrayList<Row>();
        rows.add(Row.head(open.hidden().isEmpty() ? "Nothing is open." : "Nothing that you may see is open."));
        open.hidden().forEach(it -> rows.add(Row.text(it)));
        NowText.of(List.of(), cards.sources(), now.instant())
                .lines()
                .skip(1)
                .limit(LISTED)
                .forEach(it -> rows.add(Row.note(it.strip())));
        rows.add(Row.text("Say what is wrong, for example: replica lag is 40 min and us-east-1 is gone"));
        return new Reply(
                Outcome.ANSWERED, true, Optional.empty(), "", List.copyOf(rows), List.of(), List.of(), List.of());
    }

    /** The gravest in full, a line for each of the others. */
    private static Reply withOthers(Reply gravest, OnScreen.Open open) {
        var others = open.cards().stream().skip(1).limit(LISTED).toList();
        var more = new ArrayList<Row>();
        others.forEach(it -> more.add(Row.text("Also open: " + CardRows.line(it))));
        open.hidden().forEach(it -> more.add(Row.text(it)));
        var left = open.cards().size() - 1 - others.size();
        if (left > 0) {
            more.add(Row.text("and %d more".formatted(left)));
        }
        if (more.isEmpty()) {
            return gravest;
        }
        var summary = Row.text("%d more %s open; the others are below the card"
                .formatted(more.size(), more.size() == 1 ? "is" : "are"));
        var rows = new ArrayList<>(
                gravest.rows().stream().limit(Reply.MOST_ROWS - 1L).toList());
        rows.add(summary);
        var details = new ArrayList<>(more);
        details.addAll(gravest.details());
        var buttons = new ArrayList<>(gravest.buttons());
        others.stream().limit(3).forEach(it -> buttons.add(Button.of("Now " + it.incident(), "now " + it.incident())));
        var isOpenToAll = gravest.forEverybody() && others.stream().noneMatch(NowCard::isRestricted);
        return new Reply(
                gravest.outcome(),
                isOpenToAll,
                gravest.incident(),
                gravest.version(),
                List.copyOf(rows),
                List.copyOf(details),
                List.of(),
                List.copyOf(buttons));
    }
}
