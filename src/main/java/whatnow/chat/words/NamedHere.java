package whatnow.chat.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a sentence names, word by word; each place is looked up once. */
final class NamedHere {

    private static final Set<String> JOINTS = Set.of("and", "or", ",", "/", "nor");
    private static final Set<String> AFTER_A_LETTER =
            Set.of("is", "are", "and", "or", "but", "down", "up", "ok", "fine");

    /** {@code zone a in us-east-1}; but {@code each zone a bit later}. */
    private static final Set<String> BEHIND_A_ZONE =
            Set.of("in", "of", "at", "was", "has", "went", "since", "again", "too", "only", "lost", "gone", "died");

    private final List<Token> tokens;
    private final Names names;
    private final Phrases phrases;
    private final List<Optional<Names.Named>> found;

    NamedHere(List<Token> tokens, Names names, Phrases phrases) {
        this.tokens = tokens;
        this.names = names;
        this.phrases = phrases;
        this.found = IntStream.range(0, tokens.size())
                .mapToObj(it -> names.at(tokens, it))
                .toList();
    }

    boolean isAt(int from) {
        return found.get(from).isPresent();
    }

    /** Behind the name that begins here, or where nothing does. */
    int end(int from) {
        return from + found.get(from).map(Names.Named::length).orElse(0);
    }

    Optional<Names.Named> at(int from, List<Item> before) {
        return found.get(from).filter(it -> !isPartOfAnother(from, from + it.length(), before));
    }

    Optional<Item> upTo(int from, int end) {
        return found.get(from).filter(it -> from + it.length() <= end).map(it -> item(from, it));
    }

    /** {@code stripe-api}, {@code ap-southeast-2b}: what nobody knows, in one word with a name. */
    private boolean isPartOfAnother(int from, int end, List<Item> before) {
        var isBehind = tokens.get(from).isGlued()
                && !before.isEmpty()
                && (before.getLast() instanceof Item.Word || before.getLast() instanceof Item.Number);
        var isBefore = end < tokens.size()
                && tokens.get(end).isGlued()
                && !isAt(end)
                && phrases.at(tokens, end).isEmpty();
        return isBehind || isBefore;
    }

    Item item(int from, Names.Named name) {
        var end = from + name.length();
        var text = tokens.subList(from, end).stream().map(Token::text).collect(Collectors.joining(" "));
        var phrase = phrases.at(tokens.subList(0, end), from)
                .filter(it -> it.length() == end - from)
                .map(Trie.Found::value);
        var isData = phrase.or(() -> word(end - 1))
                .filter(it -> it.means(Topic.DATA))
                .isPresent();
        var isHead = phrase.flatMap(it -> it.as(Cue.HEAD)).isPresent();
        return new Item.Named(from, end, name.kind(), name.names(), phrases.isCommon(text), isData, isHead);
    }

    private Optional<Phrase> word(int at) {
        return phrases.at(tokens.subList(0, at + 1), at).map(Trie.Found::value);
    }

    /** {@code us-east-1a and b}, {@code zone c}, {@code the b zone}. */
    Optional<Item> letter(int from, List<Item> before) {
        var letter = text(from);
        if (letter.length() != 1 || letter.charAt(0) < 'a' || letter.charAt(0) > 'f') {
            return Optional.empty();
        }
        var isEnd =
                from + 1 >= tokens.size() || !tokens.get(from + 1).isWord() || AFTER_A_LETTER.contains(text(from + 1));
        return isEnd && JOINTS.contains(text(from - 1))
                ? lastZone(before, from).map(it -> zone(from, sisters(it, letter)))
                : ofZone(from, letter, isEnd, before);
    }

    private static Optional<Set<String>> lastZone(List<Item> before, int from) {
        return before.reversed().stream()
                .filter(it -> it instanceof Item.Named named && named.kind() == Names.Kind.ZONE)
                .filter(it -> it.to() >= from - 3)
                .findFirst()
                .map(it -> ((Item.Named) it).names());
    }

    private Optional<Item> ofZone(int from, String letter, boolean isEnd, List<Item> before) {
        var isLetter = isEnd || !letter.equals("a") || BEHIND_A_ZONE.contains(text(from + 1));
        var isBehind = isLetter && !before.isEmpty() && before.getLast().means(Topic.ZONE);
        var isBefore = text(from + 1).equals("zone") || text(from + 1).equals("az");
        return isBehind || isBefore ? names.zones(letter).map(it -> zone(from, in(it, from))) : Optional.empty();
    }

    /** {@code AZ b in us-east-1}. */
    private Set<String> in(Set<String> zones, int from) {
        var region = IntStream.rangeClosed(from + 1, Math.min(from + 3, tokens.size() - 1))
                .mapToObj(found::get)
                .flatMap(Optional::stream)
                .filter(it -> it.kind() == Names.Kind.REGION && it.names().size() == 1)
                .map(it -> it.names().iterator().next())
                .findFirst();
        return region.map(it ->
                        zones.stream().filter(zone -> Regions.regionOf(zone).equals(it)))
                .map(it -> (Set<String>) it.collect(Collectors.toCollection(TreeSet::new)))
                .filter(it -> !it.isEmpty())
                .orElse(zones);
    }

    private static Item zone(int from, Set<String> zones) {
        return new Item.Named(from, from + 1, Names.Kind.ZONE, zones, false, false, false);
    }

    private static Set<String> sisters(Set<String> zones, String letter) {
        return zones.stream().map(it -> Regions.regionOf(it) + letter).collect(Collectors.toCollection(TreeSet::new));
    }

    private String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }
}
