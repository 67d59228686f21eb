package whatnow.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What we know of someone who speaks to us, and whether silence would mean something.
 *
 * @param firsthand what it says it measures itself; otherwise it passes on what somebody behind it says
 * @param lastFiring last post in which anything was firing
 * @param lastWatchdog last post with a firing Watchdog
 * @param watchdogEnded its Watchdog was last heard as resolved: whoever stands behind it has died
 * @param told how often it speaks, if somebody said so
 * @param gaps between its last Watchdogs, oldest first
 */
record Sender(
        String name,
        boolean firsthand,
        Instant lastPost,
        Optional<Instant> lastFiring,
        Optional<Instant> lastWatchdog,
        boolean watchdogEnded,
        Optional<Duration> told,
        List<Duration> gaps,
        long unreadable) {

    static final Duration USUAL = Duration.ofSeconds(60);

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_GAPS = 9;
    private static final int ENOUGH_GAPS = 3;
    private static final int INTERVALS = 3;

    Sender {
        gaps = List.copyOf(gaps);
    }

    static Sender first(String name, boolean firsthand, Instant at) {
        return new Sender(
                name, firsthand, at, Optional.empty(), Optional.empty(), false, Optional.empty(), List.of(), 0);
    }

    /** How often it speaks: as told, else the usual gap between its Watchdogs, else once a minute. */
    Duration interval() {
        return told.or(this::learnt).orElse(USUAL);
    }

    private Optional<Duration> learnt() {
        if (gaps.size() < ENOUGH_GAPS) {
            return Optional.empty();
        }
        var median = gaps.stream().sorted().toList().get(gaps.size() / 2);
        return Optional.of(Stream.of(median, SHORTEST).max(Duration::compareTo).get())
                .map(it -> it.compareTo(LONGEST) > 0 ? LONGEST : it);
    }

    /** It spoke so lately that silence cannot be the reason for not hearing something. */
    boolean isHeard(Instant now) {
        return lastWatchdog.isPresent() ? isWatched(now) : isYoung(lastPost, now);
    }

    /**
     * Whether <em>resolved</em> in a post at {@code now} may be believed. Somebody who measures proves by speaking that it
     * lives. Somebody who passes on does not: after Prometheus has died its alerts run out, and only an earlier post that
     * had something firing, or a Watchdog, tells the difference.
     */
    boolean isTrusted(Instant now) {
        if (lastWatchdog.isPresent()) {
            return isWatched(now);
        }
        return firsthand || lastFiring.filter(it -> isYoung(it, now)).isPresent();
    }

    private boolean isWatched(Instant now) {
        return !watchdogEnded && lastWatchdog.filter(it -> isYoung(it, now)).isPresent();
    }

    private boolean isYoung(Instant instant, Instant now) {
        return instant.plus(interval().multipliedBy(INTERVALS)).isAfter(now);
    }

    Sender hears(Delivery delivery) {
        var at = delivery.receivedAt();
        var signals = delivery.said().stream().map(Delivery.Said::signal).toList();
        var watchdogs = signals.stream().filter(Signal::isWatchdog).toList();
        var barks = watchdogs.stream().anyMatch(Signal::isFiring);
        return new Sender(
                name,
                delivery.firsthand(),
                later(lastPost, at),
                signals.stream().anyMatch(Signal::isFiring) ? Optional.of(at) : lastFiring,
                barks ? Optional.of(at) : lastWatchdog,
                watchdogs.isEmpty() ? watchdogEnded : !barks,
                told,
                barks ? gapsWith(at) : gaps,
                unreadable + delivery.unreadable().size());
    }

    Sender speaksEvery(Duration interval) {
        return new Sender(
                name,
                firsthand,
                lastPost,
                lastFiring,
                lastWatchdog,
                watchdogEnded,
                Optional.of(interval),
                gaps,
                unreadable);
    }

    private List<Duration> gapsWith(Instant at) {
        if (lastWatchdog.isEmpty() || !at.isAfter(lastWatchdog.get())) {
            return gaps;
        }
        var longer = new ArrayList<>(gaps);
        longer.add(Duration.between(lastWatchdog.get(), at));
        return longer.subList(Math.max(0, longer.size() - MOST_GAPS), longer.size());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
