package whatnow.chat.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;

/** What things are called: services by name and alias, regions and zones, as the active plans list them. */
public final class Names {

    /** As the large providers write them; so a region that no plan lists is still a region. */
    private static final Pattern REGION = Pattern.compile(
            "[a-z]{2,3}-(?:gov-)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\\d");

    enum Kind {
        SERVICE,
        REGION,
        ZONE
    }

    /**
     * @param name as plans write it; empty where several services are called so
     * @param length in tokens
     */
    record Named(Kind kind, Optional<String> name, int length) {}

    private record Entry(List<String> words, Kind kind, Set<String> names) {}

    /** By their first word, the longest first. */
    private final Map<String, List<Entry>> entries = new HashMap<>();

    private final Set<String> databases = new TreeSet<>();

    private Names() {}

    public static Names of(Collection<RecoveryPlan> plans) {
        var names = new Names();
        for (var plan : plans) {
            for (var service : plan.services()) {
                names.add(service);
            }
        }
        names.entries
                .values()
                .forEach(it -> it.sort(
                        Comparator.comparing((Entry one) -> one.words().size()).reversed()));
        return names;
    }

    private void add(PlannedService service) {
        add(service.name(), Kind.SERVICE, service.name());
        service.aliases().forEach(it -> add(it, Kind.SERVICE, service.name()));
        service.regions().forEach(it -> add(it, Kind.REGION, it));
        service.zones().forEach(it -> add(it, Kind.ZONE, it));
        if (service.isDatabase()) {
            databases.add(service.name());
        }
    }

    /** People write {@code price analysis} for {@code price-analysis}. */
    private void add(String spelling, Kind kind, String name) {
        put(words(spelling), kind, name);
        put(words(spelling.replaceAll("[-_./]", " ")), kind, name);
    }

    private void put(List<String> words, Kind kind, String name) {
        if (words.isEmpty()) {
            return;
        }
        var same = entries.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>());
        var known = same.stream()
                .filter(it -> it.words().equals(words) && it.kind() == kind)
                .findFirst();
        known.ifPresentOrElse(it -> it.names().add(name), () -> same.add(new Entry(words, kind, named(name))));
    }

    private static Set<String> named(String name) {
        return new LinkedHashSet<>(Set.of(name));
    }

    private static List<String> words(String spelling) {
        return Token.of(spelling).stream().map(Token::text).toList();
    }

    /** The longest name that begins here. */
    Optional<Named> at(List<Token> tokens, int from) {
        var first = tokens.get(from).text();
        var listed = entries.getOrDefault(first, List.of()).stream()
                .filter(it -> isAt(it.words(), tokens, from))
                .findFirst()
                .map(it -> new Named(it.kind(), single(it.names()), it.words().size()));
        return listed.or(() -> byItsLook(first));
    }

    /** The one database that plans list; empty if there is none or more than one. */
    Optional<String> database() {
        return single(databases);
    }

    private static Optional<Named> byItsLook(String word) {
        if (REGION.matcher(word).matches()) {
            return Optional.of(new Named(Kind.REGION, Optional.of(word), 1));
        }
        var isZone = word.length() > 2
                && Character.isLetter(word.charAt(word.length() - 1))
                && REGION.matcher(word.substring(0, word.length() - 1)).matches();
        return isZone ? Optional.of(new Named(Kind.ZONE, Optional.of(word), 1)) : Optional.empty();
    }

    private static boolean isAt(List<String> words, List<Token> tokens, int from) {
        if (from + words.size() > tokens.size()) {
            return false;
        }
        for (var index = 0; index < words.size(); index++) {
            if (!words.get(index).equals(tokens.get(from + index).text())) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> single(Set<String> names) {
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }
}
