package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.incident.DrawnTopology;
import whatnow.incident.Incident;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.testkit.MovableClock;

/**
 * Alerts come as often, as late and in whatever order a broken network likes. Another seed is tried with
 * {@code -Dwhatnow.seed=7}, and more of them with {@code -Dwhatnow.rounds=200}.
 */
class AnyOrderTest {

    private static final long SEED = Long.getLong("whatnow.seed", 20260301);
    private static final int ROUNDS = Integer.getInteger("whatnow.rounds", 8);
    private static final int MOST_COPIES = 10;
    private static final Duration LATEST = Duration.ofHours(24);
    private static final String[] KINDS = {"ERRORS", "SLOW", "UNAVAILABLE"};
    private static final String[] SERVICES = {"database", "api", "web", "mail"};

    /** What somebody measured: an alert that began, and may have ended. */
    private record Event(String fingerprint, String service, String kind, Instant start, Optional<Instant> end) {

        Instant at() {
            return end.orElse(start);
        }
    }

    /** What must be the same however it was told. */
    private record Shown(String service, String kind, State state, int count, Instant since, List<String> alerts) {

        static Shown of(Symptom symptom) {
            return new Shown(
                    symptom.service(),
                    symptom.kind().name(),
                    symptom.state(),
                    symptom.count(),
                    symptom.since(),
                    symptom.alerts());
        }
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, ROUNDS).mapToObj(it -> SEED + it);
    }

    @ParameterizedTest(name = "-Dwhatnow.seed={0}")
    @MethodSource("seeds")
    @DisplayName(
            "(C-9) told up to ten times, in any order and up to a day late, alerts end up as told once and in order")
    void howeverItIsToldItEndsTheSame(long seed) throws Exception {
        var random = new Random(seed);
        var events = events(random);
        try (var inOrder = new Intake(strangers());
                var anyhow = new Intake(strangers())) {
            events.stream().sorted(Comparator.comparing(Event::at)).forEach(it -> tell(inOrder, List.of(it), it.at()));

            tellAnyhow(anyhow, events, random, LATEST);

            assertThat(states(anyhow)).isEqualTo(states(inOrder));
            assertThat(incidents(anyhow)).isEqualTo(incidents(inOrder));
            assertThat(keys(anyhow)).isEqualTo(keys(inOrder)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest(name = "-Dwhatnow.seed={0}")
    @MethodSource("seeds")
    @DisplayName(
            "(C-9) services that need each other end up in the same incidents, in whatever order one storm tells of them")
    void whatNeedsEachOtherIsTiedTogetherInAnyOrder(long seed) throws Exception {
        var random = new Random(seed);
        var events = events(random).stream().filter(it -> it.end().isEmpty()).toList();
        try (var inOrder = new Intake();
                var anyhow = new Intake()) {
            events.forEach(it -> tell(inOrder, List.of(it), MovableClock.NOON));

            tellAnyhow(anyhow, events, random, Duration.ofMinutes(10));

            assertThat(shown(anyhow)).isEqualTo(shown(inOrder));
            assertThat(incidents(anyhow)).isEqualTo(incidents(inOrder));
        }
    }

    /** Nobody needs anybody, so that each has an incident of its own. */
    private static DrawnTopology strangers() {
        return new DrawnTopology().knows("freight", SERVICES).runsIn("us-east-1");
    }

    private static List<Event> events(Random random) {
        var events = new ArrayList<Event>();
        for (var alert = 0; alert < 12; alert++) {
            var service = SERVICES[random.nextInt(SERVICES.length)];
            var kind = KINDS[random.nextInt(KINDS.length)];
            var start = MovableClock.NOON.minusSeconds(600L + random.nextInt(600));
            for (var again = 0; again <= random.nextInt(3); again++) {
                events.add(new Event("f" + alert, service, kind, start, Optional.empty()));
                var end = start.plusSeconds(1 + random.nextInt(100));
                if (random.nextInt(3) == 0) {
                    break;
                }
                events.add(new Event("f" + alert, service, kind, start, Optional.of(end)));
                start = end.plusSeconds(1 + random.nextInt(100));
            }
        }
        return events;
    }

    /** Some together and some alone, each as often as it likes. */
    private static void tellAnyhow(Intake intake, List<Event> events, Random random, Duration latest) {
        var copies = new ArrayList<Event>();
        events.forEach(it -> copies.addAll(Collections.nCopies(1 + random.nextInt(MOST_COPIES), it)));
        Collections.shuffle(copies, random);
        var step = latest.dividedBy(copies.size());
        var at = MovableClock.NOON;
        for (var from = 0; from < copies.size(); ) {
            var to = Math.min(copies.size(), from + 1 + random.nextInt(5));
            tell(intake, copies.subList(from, to), at);
            at = at.plus(step.multipliedBy(to - from));
            from = to;
        }
    }

    private static void tell(Intake intake, List<Event> events, Instant at) {
        var said = events.stream()
                .map(it -> Delivery.Said.of(signal(it, at), it.toString(), true))
                .toList();
        intake.signals.take(new Delivery("prometheus", true, at, said, List.of()));
    }

    private static Signal signal(Event event, Instant at) {
        var labels = Map.of(
                "alertname",
                event.fingerprint(),
                "service",
                event.service(),
                "symptom",
                event.kind(),
                "region",
                "us-east-1");
        return new Signal(
                "prometheus",
                event.fingerprint(),
                event.start(),
                event.end().isPresent() ? Signal.Status.RESOLVED : Signal.Status.FIRING,
                event.end(),
                new TreeMap<>(labels),
                new TreeMap<>(),
                at);
    }

    /**
     * Since when is left out: where an alert began twice and its first end is told before its first beginning, nobody knows
     * how long the symptom goes on without a gap.
     */
    private static List<String> states(Intake intake) {
        return symptoms(intake)
                .map(it -> it.key() + " " + it.state() + " " + it.count())
                .sorted()
                .toList();
    }

    private static List<Shown> shown(Intake intake) {
        return symptoms(intake)
                .map(Shown::of)
                .sorted(Comparator.comparing(Shown::toString))
                .toList();
    }

    private static Stream<Symptom> symptoms(Intake intake) {
        return intake.open().stream().flatMap(it -> intake.incidents.symptoms(it.id()).stream());
    }

    /** Which symptoms are together. */
    private static List<String> incidents(Intake intake) {
        return intake.open().stream()
                .map(Incident::id)
                .map(it -> intake.incidents.symptoms(it).stream()
                        .map(Symptom::key)
                        .sorted()
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }

    private static List<String> keys(Intake intake) {
        return JdbcClient.create(intake.jdbc)
                .sql("select fingerprint || starts_at || status || coalesce(ends_at::text, '') from signal order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
