package whatnow.chat.words;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.ServiceKind;

/**
 * What things are called: services by name and alias, regions and zones, as the active plans list them. Make it once for
 * each change of the active plans; it never changes and may be shared.
 */
public final class Names {

    /** No name that people type has more words. */
    private static final int LONGEST = 6;

    /** {@code use1} is a region, {@code use 1 of them} is none. */
    private static final Pattern ONE_WORD = Pattern.compile("[a-z]{3}\\d[a-z]?");

    private static final Set<ServiceKind> STORES =
            EnumSet.of(ServiceKind.DATABASE, ServiceKind.STORAGE, ServiceKind.CACHE);

    enum Kind {
        SERVICE,
        REGION,
        ZONE
    }

    /**
     * @param names as plans write them; several where plans disagree what is called so
     * @param length in tokens
     * @param isLoose written as fewer words than typed: {@code back up} for {@code backup}
     */
    record Named(Kind kind, Set<String> names, int length, boolean isLoose) {}

    /** @param words of the name as plans write it */
    private record Entry(Kind kind, Set<String> names, int words) {}

    /** By their letters and digits alone: {@code freightapi} for {@code freight-api}. */
    private final Map<String, Entry> entries = new HashMap<>();

    /** What each of them may begin with, so that most words are given up at once. */
    private final Set<String> beginnings = new HashSet<>();

    /** Words that they are made of, which are never mistyped others. */
    private final Set<String> words = new HashSet<>();

    /** The same, mistyped. */
    private Typing typing = new Typing(Set.of(), Set.of(), Map.of());

    private final Map<ServiceKind, Set<String>> byKind = new EnumMap<>(ServiceKind.class);

    /** Those that plans list; of plans that list none, those that their regions may have. */
    private final Set<String> zones = new TreeSet<>();

    private Names() {}

    public static Names of(Collection<RecoveryPlan> plans) {
        var names = new Names();
        var services = plans.stream().flatMap(it -> it.services().stream()).toList();
        services.forEach(names::addNames);
        services.forEach(names::addVariants);
        services.stream().flatMap(it -> it.regions().stream()).forEach(it -> names.put(it, Kind.REGION, it));
        services.stream().flatMap(it -> it.zones().stream()).forEach(it -> names.put(it, Kind.ZONE, it));
        names.addShortPlaces(new Regions(names.listed(Kind.REGION), names.listed(Kind.ZONE)));
        names.entries.keySet().forEach(names::addBeginnings);
        names.typing = new Typing(names.words, Phrases.shipped().plain(), Map.of());
        return names;
    }

    private void addNames(PlannedService service) {
        spellings(service).forEach(it -> put(it, Kind.SERVICE, service.name()));
        spellings(service)
                .flatMap(it -> Spelling.variants(it).stream())
                .forEach(it -> words.addAll(Spelling.parts(it)));
        byKind.computeIfAbsent(service.kind(), _ -> new TreeSet<>()).add(service.name());
    }

    /** One for many, many for one, and without the word that says that it is a service. */
    private void addVariants(PlannedService service) {
        var own = Set.of(service.name());
        spellings(service)
                .flatMap(it -> Spelling.variants(it).stream())
                .forEach(it -> putIfFree(it, Kind.SERVICE, own));
    }

    private static Stream<String> spellings(PlannedService service) {
        return Stream.concat(Stream.of(service.name()), service.aliases().stream());
    }

    private void addShortPlaces(Regions regions) {
        zones.addAll(regions.zones());
        regions.spellings().forEach((spelling, meant) -> putIfFree(spelling, meant.kind(), meant.names()));
    }

    private void addBeginnings(String key) {
        for (var length = 1; length <= key.length(); length++) {
            beginnings.add(key.substring(0, length));
        }
    }

    private Set<String> listed(Kind kind) {
        var listed = new TreeSet<String>();
        entries.values().stream().filter(it -> it.kind() == kind).forEach(it -> listed.addAll(it.names()));
        return listed;
    }

    private void put(String spelling, Kind kind, String name) {
        var key = Spelling.keyOfName(spelling);
        if (!key.isEmpty()) {
            entries.computeIfAbsent(key, _ -> new Entry(kind, new TreeSet<>(), Spelling.words(spelling)))
                    .names()
                    .add(name);
        }
    }

    private void putIfFree(String spelling, Kind kind, Set<String> names) {
        entries.putIfAbsent(
                Spelling.keyOfName(spelling), new Entry(kind, new TreeSet<>(names), Spelling.words(spelling)));
    }

    /** The longest name that begins here. */
    Optional<Named> at(List<Token> tokens, int from) {
        var key = "";
        var found = Optional.<Named>empty();
        for (var index = from; index < tokens.size() && index - from < LONGEST; index++) {
            var token = tokens.get(index);
            if (index > from && token.isNumber() && !isJoined(tokens.get(index - 1), token)) {
                break;
            }
            key += Spelling.key(token.text());
            if (token.isMark() || !beginnings.contains(key)) {
                break;
            }
            var entry = entries.get(key);
            if (entry != null && (index == from || !ONE_WORD.matcher(key).matches())) {
                var length = index - from + 1;
                found = Optional.of(new Named(entry.kind(), entry.names(), length, length > entry.words()));
            }
        }
        return found;
    }

    /** A word of some name, as it was meant. */
    Token mended(Token token) {
        return typing.mended(token);
    }

    /** A word of some name. */
    boolean hasWord(String word) {
        return words.contains(word) || entries.containsKey(word);
    }

    /** {@code us-east-1} and {@code us east 1}, but not {@code api, 3}. */
    private static boolean isJoined(Token before, Token number) {
        return number.start() - before.end() <= 1;
    }

    /** All zones with the letter: {@code zone b}. */
    Optional<Set<String>> zones(String letter) {
        var named = new TreeSet<>(zones);
        named.removeIf(it -> !it.endsWith(letter));
        return named.isEmpty() ? Optional.empty() : Optional.of(named);
    }

    /** The service that has one of the names. */
    Optional<String> called(List<String> spellings) {
        return spellings.stream()
                .map(it -> entries.get(Spelling.keyOfName(it)))
                .filter(Objects::nonNull)
                .filter(it -> it.names().size() == 1)
                .flatMap(it -> it.names().stream())
                .findFirst();
    }

    /** The one service of the kind that plans list; empty if there is none or more than one. */
    Optional<String> only(ServiceKind kind) {
        var names = byKind.getOrDefault(kind, Set.of());
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }

    /** It keeps data. */
    boolean isStore(String service) {
        return STORES.stream().anyMatch(it -> byKind.getOrDefault(it, Set.of()).contains(service));
    }

    /** The one database that plans list; empty if there is none or more than one. */
    Optional<String> database() {
        return only(ServiceKind.DATABASE);
    }
}
