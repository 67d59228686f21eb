package whatnow.chat.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.chat.words.Heard.Said;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;
import whatnow.testkit.ShippedPlans;

/** Words of the dictionary and names of plans in any order: whatever is read was said. */
class WordSaladTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int SENTENCES = 1_500;

    private static final List<RecoveryPlan> PLANS =
            Stream.of("freight", "homeostasis").map(ShippedPlans::plan).toList();

    private static final Names NAMES = Names.of(PLANS);

    /** What stands for a service that is not named: {@code the db}. */
    private static final Set<String> GENERAL = Set.of(
            "db",
            "dbs",
            "database",
            "primary",
            "master",
            "leader",
            "writer",
            "queue",
            "cache",
            "caches",
            "login",
            "logins",
            "logon",
            "logons",
            "auth",
            "sso",
            "signin",
            "signins",
            "signon",
            "log",
            "sign",
            "logging",
            "signing",
            "authenticate",
            "caching",
            "message");

    private static final List<String> AMOUNTS = List.of(
            "12 %",
            "98 %",
            "40 min",
            "90 s",
            "2 hours",
            "at 09:10",
            "since 10 past 9",
            "20 minutes ago",
            "for an hour",
            "half an hour",
            "3.5",
            "7",
            "a",
            "1b",
            "b",
            ",",
            ".",
            "?",
            ":",
            "and",
            "is",
            "not",
            "in",
            "the",
            "was");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsReadWasSaid(long seed) {
        var random = new Random(seed);
        var words = words();
        var read = 0;

        for (var count = 0; count < SENTENCES; count++) {
            var sentence = sentence(random, words);
            var heard = SentenceReader.read(sentence, NAMES, NOON);
            Stream.concat(heard.facts().stream(), heard.guesses().stream()).forEach(it -> wasSaid(it, sentence));
            read += heard.facts().size() + heard.guesses().size();
        }

        assertThat(read).isGreaterThan(SENTENCES / 20);
    }

    private static List<String> words() {
        var words = new TreeSet<String>();
        for (var line : WordsFiles.text("phrases.csv").split("\n")) {
            if (!line.startsWith("#") && !line.startsWith("SLIP") && line.contains(",")) {
                words.addAll(List.of(line.substring(line.indexOf(',') + 1).split("[^\\p{L}\\p{N}'-]+")));
            }
        }
        words.removeIf(String::isBlank);
        return List.copyOf(words);
    }

    private static String sentence(Random random, List<String> words) {
        var named = PLANS.stream()
                .flatMap(it -> it.services().stream())
                .flatMap(WordSaladTest::spellings)
                .toList();
        var places = List.of("us-east-1", "us-west-2", "eu-west-1", "us-east-1a", "us-west-2c", "eu-west");
        return IntStream.range(0, 2 + random.nextInt(14))
                .mapToObj(_ -> switch (random.nextInt(10)) {
                    case 0, 1 -> named.get(random.nextInt(named.size()));
                    case 2 -> places.get(random.nextInt(places.size()));
                    case 3, 4, 5 -> AMOUNTS.get(random.nextInt(AMOUNTS.size()));
                    default -> words.get(random.nextInt(words.size()));
                })
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> spellings(PlannedService service) {
        return Stream.concat(Stream.of(service.name()), service.aliases().stream());
    }

    private static void wasSaid(Said said, String sentence) {
        assertThat(said.words().split(" \u2026 "))
                .as(sentence)
                .allSatisfy(it -> assertThat(sentence).contains(it));
        said.subject()
                .service()
                .ifPresent(it -> assertThat(isNamed(it, sentence))
                        .as("%s in: %s", it, sentence)
                        .isTrue());
        said.subject()
                .region()
                .ifPresent(it -> assertThat(isPlaced(it, sentence))
                        .as("%s in: %s", it, sentence)
                        .isTrue());
        said.subject()
                .zone()
                .ifPresent(it -> assertThat(isZoned(it, sentence))
                        .as("%s in: %s", it, sentence)
                        .isTrue());
        assertThat(said.fields()).as(sentence).allSatisfy((name, value) -> isMeasured(name, value, sentence));
    }

    private static boolean isNamed(String service, String sentence) {
        var typed = Spelling.keyOfName(sentence);
        var known = PLANS.stream()
                .flatMap(it -> it.services().stream())
                .filter(it -> it.name().equals(service))
                .flatMap(WordSaladTest::spellings)
                .flatMap(it -> Stream.concat(Stream.of(it), Spelling.variants(it).stream()))
                .map(Spelling::keyOfName);
        return known.anyMatch(typed::contains)
                || List.of(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
                        .anyMatch(GENERAL::contains);
    }

    private static boolean isPlaced(String region, String sentence) {
        return spellings(region).anyMatch(Spelling.keyOfName(sentence)::contains);
    }

    private static boolean isZoned(String zone, String sentence) {
        var letter = zone.substring(zone.length() - 1);
        var words = List.of(sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        return spellings(zone).anyMatch(Spelling.keyOfName(sentence)::contains) || words.contains(letter);
    }

    private static Stream<String> spellings(String place) {
        var regions = Set.of("us-east-1", "us-west-2", "eu-west-1");
        var zones = Set.of("us-east-1a", "us-east-1b", "us-east-1c");
        return new Regions(regions, zones)
                .spellings().entrySet().stream()
                        .filter(it -> it.getValue().names().contains(place))
                        .map(Map.Entry::getKey)
                        .flatMap(it -> Stream.of(it, Spelling.keyOfName(place)));
    }

    private static void isMeasured(String name, Object value, String sentence) {
        switch (name) {
            case "value" -> assertThat(percents(sentence)).contains((Double) value);
            case "lagSeconds" -> assertThat(spans(sentence)).contains((Double) value);
            case "at", "since", "firstBadWrite", "firstCompromise" ->
                assertThat(times(sentence)).contains(Instant.parse(value.toString()));
            default -> assertThat(value).isInstanceOf(String.class);
        }
    }

    private static List<Double> percents(String sentence) {
        return amounts(sentence).stream()
                .filter(Item.Percent.class::isInstance)
                .map(it -> ((Item.Percent) it).value())
                .toList();
    }

    /** {@code no lag} is none. */
    private static List<Double> spans(String sentence) {
        return Stream.concat(
                        Stream.of(0.0),
                        amounts(sentence).stream()
                                .filter(Item.Span.class::isInstance)
                                .map(it -> ((Item.Span) it).value().toMillis() / 1000.0))
                .toList();
    }

    private static List<Instant> times(String sentence) {
        var times = new ArrayList<Instant>();
        for (var amount : amounts(sentence)) {
            if (amount instanceof Item.Clock clock) {
                clock.value().ifPresent(times::add);
            }
            if (amount instanceof Item.Span span) {
                times.add(NOON.minus(span.value()));
            }
        }
        if (sentence.toLowerCase(Locale.ROOT).matches("(?s).*\\b(just|moments?|seconds?|minute|instant|this)\\b.*")) {
            times.add(NOON);
        }
        return times;
    }

    private static List<Item> amounts(String sentence) {
        var tokens = Scanner.mended(Token.of(sentence), NAMES);
        var here = new AmountHere(tokens, NOON);
        return IntStream.range(0, tokens.size())
                .boxed()
                .flatMap(it -> here.at(it).stream())
                .toList();
    }
}
