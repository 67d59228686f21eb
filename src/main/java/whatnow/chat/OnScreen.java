package whatnow.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.clearance.Clearance;
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.security.Person;

/** The cards that a person may see, and which of them a line is about. */
@Component
public class OnScreen {

    private static final Pattern NUMBER = Pattern.compile("(?:INC-\\d{4}-\\d{1,9})(?=\\s|$)", Pattern.CASE_INSENSITIVE);
    private static final int OFFERED = 5;

    private final NowCards cards;
    private final Clearance clearance;

    OnScreen(NowCards cards, Clearance clearance) {
        this.cards = cards;
        this.clearance = clearance;
    }

    /** @param hidden a sentence for each open incident that the person may not see */
    public record Open(List<NowCard> cards, List<String> hidden) {}

    /** Gravest first. */
    public Open open(Person person) {
        var all = cards.all();
        var view = clearance.of(person);
        return new Open(
                view.cards(all),
                view.lines(all).stream().map(Clearance.Line::says).toList());
    }

    /** Which incident is meant. */
    public sealed interface Meant {}

    /** @param rest what stands behind its number */
    public record One(NowCard card, String rest) implements Meant {}

    /** None, or it is not certain which: then that is the answer. */
    public record Unclear(Reply reply) implements Meant {}

    /** @param verb to be said again with a number where several are open */
    public Meant meant(Said said, String verb) {
        var number = number(said.rest());
        if (number.isPresent()) {
            return of(
                    said.person(),
                    number.get(),
                    said.rest().strip().substring(number.get().length()).strip());
        }
        if (said.here().isPresent()) {
            return of(said.person(), said.here().get(), said.rest().strip());
        }
        var open = open(said.person());
        return switch (open.cards().size()) {
            case 0 -> new Unclear(nothing(open));
            case 1 -> new One(open.cards().getFirst(), said.rest().strip());
            default -> new Unclear(which(open.cards(), verb, said.rest().strip()));
        };
    }

    /** The incident of the place where it was said, if there is one that the person may see. */
    public Optional<NowCard> here(Said said) {
        return said.here()
                .flatMap(it ->
                        of(said.person(), it, "") instanceof One one ? Optional.of(one.card()) : Optional.empty());
    }

    /** The number that the words begin with. */
    public static Optional<String> number(String words) {
        var matcher = NUMBER.matcher(words.strip());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private Meant of(Person person, String number, String rest) {
        var card = cards.of(number.toUpperCase(Locale.ROOT));
        var view = clearance.of(person);
        var hidden = view.line(number);
        if (hidden.isPresent()) {
            return new Unclear(Reply.refused(hidden.get().says()));
        }
        return view.cards(card.stream().toList()).stream()
                .findFirst()
                .<Meant>map(it -> new One(it, rest))
                .orElseGet(() -> new Unclear(Reply.refused(
                        "There is no incident of this number (%s).".formatted(number),
                        "Say now for those that are open.")));
    }

    private static Reply nothing(Open open) {
        return open.hidden().isEmpty()
                ? Reply.refused("Nothing is open.", "Say declare and what is wrong, and one is opened.")
                : Reply.refused(
                        "Nothing that you may see is open.", open.hidden().toArray(String[]::new));
    }

    private static Reply which(List<NowCard> open, String verb, String rest) {
        var rows = Stream.concat(
                        Stream.of(Row.head("%d incidents are open. Which one?".formatted(open.size()))),
                        open.stream().limit(OFFERED).map(it -> Row.text(CardRows.line(it))))
                .toList();
        var buttons = open.stream()
                .limit(OFFERED)
                .map(it -> Button.of(
                        it.incident(),
                        "%s %s %s".formatted(verb, it.incident(), rest).strip()))
                .toList();
        return new Reply(Outcome.REFUSED, false, Optional.empty(), "", rows, List.of(), List.of(), buttons);
    }

    /** Instead of doing what a button says that was shown with something else. */
    Optional<Reply> changedSince(Line line) {
        return line.seen()
                .filter(it -> !it.isEmpty())
                .flatMap(
                        seen -> number(restOf(line.text()))
                                .or(line::incident)
                                .flatMap(number -> of(line.person(), number, "") instanceof One one
                                        ? Optional.of(one.card())
                                        : Optional.empty())
                                .filter(card -> !CardRows.version(card).equals(seen))
                                .map(
                                        card -> CardRows.reply(
                                                card,
                                                Outcome.REFUSED,
                                                List.of(
                                                        Row.warning(
                                                                "This has changed since the button was shown. Nothing was done; look again.")))));
    }

    private static String restOf(String text) {
        var parts = text.strip().split("\\s+", 2);
        return parts.length > 1 ? parts[1] : "";
    }

    /** The card as it is now, after something was done about it. */
    public Reply after(Person person, String number, String done) {
        return of(person, number, "") instanceof One one
                ? CardRows.reply(one.card(), Outcome.DONE, List.of(Row.text(done)))
                : new Reply(
                        Outcome.DONE,
                        false,
                        Optional.of(number),
                        "",
                        List.of(Row.head(done)),
                        List.of(),
                        List.of(),
                        List.of());
    }
}
