package whatnow.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whatnow.time.Now;

/** As it stood when the worker last looked. */
final class KnownUndelivered implements Undelivered {

    /** What is taken with the next try but one worries nobody. */
    private static final Duration WORTH_SAYING = Duration.ofSeconds(30);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Map<String, String> names;
    private final Now now;
    private volatile List<Outbox.Waiting> waiting = List.of();

    KnownUndelivered(Collection<Channel> channels, Now now) {
        this.names = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::kind, Channel::name));
        this.now = now;
    }

    void know(List<Outbox.Waiting> those) {
        waiting = List.copyOf(those);
    }

    @Override
    public List<String> troubles() {
        var at = now.instant();
        return waiting.stream()
                .flatMap(it -> it
                        .since()
                        .filter(since -> !since.plus(WORTH_SAYING).isAfter(at))
                        .map(since -> sentence(it, since, at))
                        .stream())
                .toList();
    }

    private String sentence(Outbox.Waiting it, Instant since, Instant at) {
        return "%s has not taken messages since %s (%s for %s of %s). Tell people by other means."
                .formatted(
                        names.getOrDefault(it.to().kind(), it.to().kind()),
                        clock(since, at),
                        it.why().orElse("no answer"),
                        it.to().channel(),
                        it.to().of());
    }

    private static String clock(Instant since, Instant at) {
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC).equals(LocalDate.ofInstant(since, ZoneOffset.UTC));
        return (today ? CLOCK : DAY).format(since);
    }
}
