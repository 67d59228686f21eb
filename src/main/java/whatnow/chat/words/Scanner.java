package whatnow.chat.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts a sentence into items: at each place the longest name, phrase or amount. */
final class Scanner {

    private static final Phrases PHRASES = Phrases.shipped();

    /** Names and amounts between the words of such a phrase count: {@code every third login bounces}. */
    private static final List<Meaning> OPEN =
            List.of(Topic.DATA, Topic.REQUESTS, Claim.ERRORS, Claim.SLOW, Claim.LAG, Claim.UNREACHED, Claim.DEPLOYED);

    private static final List<Topic> NAMING =
            List.of(Topic.DATABASE, Topic.PRIMARY, Topic.QUEUE, Topic.CACHE, Topic.LOGIN);

    private final List<Token> tokens;
    private final NamedHere named;
    private final AmountHere amounts;
    private final OrderHere orders;
    private final List<Item> items = new ArrayList<>();

    private Scanner(List<Token> tokens, Names names, Instant now) {
        this.tokens = tokens;
        this.named = new NamedHere(tokens, names, PHRASES);
        this.amounts = new AmountHere(tokens, now);
        this.orders = new OrderHere(tokens, PHRASES, items);
    }

    /** As they were meant, where they are mistyped. */
    static List<Token> mended(List<Token> tokens, Names names) {
        return tokens.stream()
                .map(it -> names.hasWord(it.text()) ? it : mended(it, names))
                .toList();
    }

    private static Token mended(Token token, Names names) {
        var mended = PHRASES.mended(token);
        return mended.text().equals(token.text()) && !PHRASES.hasWord(token.text()) ? names.mended(token) : mended;
    }

    static List<Item> items(List<Token> tokens, Names names, Instant now) {
        return new Scanner(tokens, names, now).scanned();
    }

    private List<Item> scanned() {
        for (var at = 0; at < tokens.size(); ) {
            var item = at(at);
            items.add(item);
            addWithin(item);
            at = item.to();
        }
        return List.copyOf(items);
    }

    private Item at(int from) {
        var phrase = phrase(from);
        if (tokens.get(from).isMark() && phrase.isEmpty()) {
            return new Item.Point(from, from + 1, tokens.get(from).text());
        }
        var length = phrase.map(Trie.Found::length).orElse(0);
        if (phrase.isPresent() && isPartOfAName(from, phrase.orElseThrow().value())) {
            return new Item.Word(from, from + 1, tokens.get(from).text());
        }
        return name(from, phrase)
                .or(() -> says(from, phrase))
                .or(() -> named.letter(from, items))
                .or(() -> amounts.at(from)
                        .filter(it -> it.to() - from > length || it.to() - from == length && !claims(phrase)))
                .or(() -> phrase.flatMap(it -> orders.here(from, it)).map(it -> known(from, it)))
                .orElseGet(() -> unknown(from));
    }

    /** {@code api-down-2025}: in one word with a name, what is said of a thing is part of the name of something else. */
    private boolean isPartOfAName(int from, Phrase phrase) {
        return tokens.get(from).isGlued()
                && !items.isEmpty()
                && items.getLast() instanceof Item.Named
                && phrase.senses().stream()
                        .anyMatch(it -> it.meaning() instanceof Claim claim && claim.isOfItsSubject());
    }

    private static boolean claims(Optional<Trie.Found<Phrase>> phrase) {
        return phrase.filter(it -> it.value().claims()).isPresent();
    }

    private Optional<Item> name(int from, Optional<Trie.Found<Phrase>> phrase) {
        var length = phrase.map(Trie.Found::length).orElse(0);
        return named.at(from, items)
                .filter(it -> it.length() > length
                        || it.length() == length
                                && isBetter(it, from, phrase.orElseThrow().value()))
                .map(it -> named.item(from, it));
    }

    private boolean isBetter(Names.Named name, int from, Phrase phrase) {
        var isSaid = phrase.as(Cue.SAYS).isPresent() && isSaidBySomebody(from + name.length());
        return !phrase.isPartOfADatabase() && !(name.isLoose() && phrase.claims()) && !isSaid;
    }

    /** {@code customers report errors on web}, where a service is called so too. */
    private Optional<Item> says(int from, Optional<Trie.Found<Phrase>> phrase) {
        return phrase.flatMap(it -> it.value().as(Cue.SAYS).map(says -> new Trie.Found<>(says, it.length(), 0)))
                .filter(it -> isSaidBySomebody(from + it.length()))
                .map(it -> known(from, it));
    }

    private boolean isSaidBySomebody(int end) {
        var isQuoted = end < tokens.size() && tokens.get(end).text().equals("\"");
        var next = isQuoted ? end + 1 : end;
        if (items.isEmpty() || next >= tokens.size()) {
            return false;
        }
        var last = items.getLast();
        var isSomebody = last instanceof Item.Named
                || last instanceof Item.Word
                || last.means(Cue.SENDER)
                || last.means(Cue.USERS)
                || last.means(Cue.PERSON);
        return isSomebody
                && (named.isAt(next)
                        || PHRASES.at(tokens, next)
                                .filter(it -> isQuoted
                                        || !it.value().claims()
                                        || it.value().means(Claim.ERRORS))
                                .isPresent());
    }

    /** A phrase ends before a name that begins in it and goes on behind it: {@code think us-east-1}. */
    private Optional<Trie.Found<Phrase>> phrase(int from) {
        var phrase = PHRASES.at(tokens, from);
        var end = from + phrase.map(Trie.Found::length).orElse(0);
        for (var at = from + 1; at < end; at++) {
            if (named.end(at) > end || amountEnd(at) > end) {
                return PHRASES.at(tokens.subList(0, at), from);
            }
        }
        return phrase;
    }

    private int amountEnd(int at) {
        return tokens.get(at).isNumber() ? amounts.at(at).map(Item::to).orElse(at) : at;
    }

    private void addWithin(Item item) {
        if (item.means(Claim.FULL)) {
            addOfRoom(item);
        }
        if (item instanceof Item.Known known && (known.skips() || OPEN.stream().anyMatch(known::means))) {
            for (var at = item.from(); at < item.to(); at++) {
                within(at, item.to())
                        .filter(it -> known.skips() || !item.means(Claim.DEPLOYED) || !isCommon(it))
                        .ifPresent(items::add);
            }
        }
    }

    /** {@code config} in {@code no config change}. */
    private static boolean isCommon(Item item) {
        return item instanceof Item.Named named && named.isCommon();
    }

    /** A share in the phrase, and the service if it is called like what is full. */
    private void addOfRoom(Item item) {
        if (isAlone()) {
            named.upTo(item.from(), item.to()).ifPresent(items::add);
        }
        for (var at = item.from(); at < item.to(); at++) {
            amounts.at(at)
                    .filter(it -> it instanceof Item.Percent && it.to() <= item.to())
                    .ifPresent(items::add);
        }
    }

    /** {@code storage is full}, where nothing else is named: then it is the service. */
    private boolean isAlone() {
        return items.reversed().stream()
                .takeWhile(it -> !(it instanceof Item.Point) && !it.means(Cue.JOINT))
                .noneMatch(it -> it instanceof Item.Named || NAMING.stream().anyMatch(it::means));
    }

    private Optional<Item> within(int from, int end) {
        return named.upTo(from, end)
                .or(() -> PHRASES.at(tokens.subList(0, end), from)
                        .filter(it -> !it.value().claims()
                                && (it.value().isPartOfADatabase()
                                        || NAMING.stream().anyMatch(it.value()::means)))
                        .map(it -> known(from, it)))
                .or(() -> amounts.at(from).filter(it -> it.to() <= end));
    }

    private Item known(int from, Trie.Found<Phrase> found) {
        var end = from + found.length();
        var text = tokens.subList(from, end).stream().map(Token::text).collect(Collectors.joining(" "));
        return new Item.Known(from, end, found.value(), text, found.skipped() > 0);
    }

    private Item unknown(int from) {
        var token = tokens.get(from);
        return token.isNumber()
                ? new Item.Number(from, from + 1, Double.parseDouble(token.text()))
                : new Item.Word(from, from + 1, token.text());
    }
}
