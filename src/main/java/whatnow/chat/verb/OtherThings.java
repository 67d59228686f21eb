package whatnow.chat.verb;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.Subject;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;

/** What somebody may have meant in place of what was read: another service, region or zone of the active plans. */
final class OtherThings {

    /** A phone shows as many in a row. */
    private static final int MOST = 2;

    /** A word in the names of more services than that tells nothing: {@code freight}. */
    private static final int FEW = 5;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<RecoveryPlan> plans;

    OtherThings(Collection<RecoveryPlan> plans) {
        this.plans = List.copyOf(plans);
    }

    /**
     * At most two, likeliest first: services of whose name a word was said or is part of the name that was read; of these,
     * those of the same kind come first. Or places that begin alike.
     *
     * @param words that it was read from
     */
    List<String> than(Subject read, String words) {
        return read.service()
                .map(it -> services(it, words))
                .or(() -> read.zone().map(it -> places(zones(), it)))
                .or(() -> read.region().map(it -> places(regions(), it)))
                .orElse(List.of());
    }

    /** The same about another thing; what no active plan has changes nothing. */
    Subject inPlaceOf(Subject read, String name) {
        if (read.service().isPresent() && allServices().anyMatch(it -> it.name().equals(name))) {
            return new Subject(read.plan(), Optional.of(name), read.region(), read.zone(), read.replica());
        }
        if (read.zone().isPresent() && zones().anyMatch(name::equals)) {
            return new Subject(read.plan(), read.service(), read.region(), Optional.of(name), read.replica());
        }
        if (read.region().isPresent() && regions().anyMatch(name::equals)) {
            return new Subject(read.plan(), read.service(), Optional.of(name), read.zone(), read.replica());
        }
        return read;
    }

    private List<String> services(String read, String words) {
        return plans.stream()
                .flatMap(plan -> plan.service(read).stream().flatMap(it -> calledAlike(plan, it, words)))
                .map(PlannedService::name)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<PlannedService> calledAlike(RecoveryPlan plan, PlannedService read, String words) {
        var telling = words(words);
        telling.addAll(words(read));
        telling.removeIf(word ->
                plan.services().stream().filter(it -> words(it).contains(word)).count() > FEW);
        return plan.services().stream()
                .filter(it -> !it.equals(read) && !Collections.disjoint(words(it), telling))
                .sorted(Comparator.comparing(it -> it.kind() != read.kind()));
    }

    private static Set<String> words(PlannedService service) {
        return Stream.concat(Stream.of(service.name()), service.aliases().stream())
                .flatMap(it -> words(it).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(it -> it.length() > 1)
                .map(it -> it.length() > 3 && it.endsWith("s") ? it.substring(0, it.length() - 1) : it)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Those whose name begins alike come first: {@code us-east-1b} for {@code us-east-1a}. */
    private static List<String> places(Stream<String> all, String read) {
        return all.filter(it -> !it.equals(read))
                .distinct()
                .sorted(Comparator.comparingInt((String it) -> -common(it, read))
                        .thenComparing(it -> it))
                .limit(MOST)
                .toList();
    }

    private static int common(String one, String other) {
        var length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private Stream<PlannedService> allServices() {
        return plans.stream().flatMap(it -> it.services().stream());
    }

    private Stream<String> regions() {
        return allServices().flatMap(it -> it.regions().stream());
    }

    private Stream<String> zones() {
        return allServices().flatMap(it -> it.zones().stream());
    }
}
