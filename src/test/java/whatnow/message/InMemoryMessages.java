package whatnow.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An outbox that forgets everything with the process. Each call is a transaction of its own. */
public final class InMemoryMessages implements Messages, Outbox {

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** What everything that was ever put in here says now, oldest first. */
    public synchronized List<Content> told() {
        return rows.stream().map(it -> it.content).toList();
    }

    /** Where all of that goes. */
    public synchronized List<Destination> places() {
        return rows.stream().map(it -> it.to).toList();
    }

    /** A channel that takes everything. */
    public synchronized void sendAll(String kind, Instant now) {
        for (var next = claim(List.of(kind), now); next.isPresent(); next = claim(List.of(kind), now)) {
            var claim = next.get();
            settle(claim, Pace.after(claim, new Answer.Taken(claim.id()), now, 1), now);
        }
    }

    private static final class Row {
        final String id = UUID.randomUUID().toString();
        final MessageKey key;
        final Destination to;
        final Optional<Row> answers;
        Content content;
        long version = 1;
        long sent;
        boolean withdrawn;
        Optional<String> posted = Optional.empty();
        Optional<Instant> triedAt = Optional.empty();
        Optional<Instant> failingSince = Optional.empty();
        Optional<String> error = Optional.empty();
        int failures;
        Instant nextTry;
        Instant changedAt;

        Row(MessageKey key, Destination to, Optional<Row> answers, Content content, Instant at) {
            this.key = key;
            this.to = to;
            this.answers = answers;
            this.content = content;
            this.nextTry = at;
            this.changedAt = at;
        }

        boolean waits(Instant now) {
            return version > sent && (withdrawn || changedAt.isAfter(now.minus(LONGEST)));
        }

        boolean isReady(Instant now) {
            return waits(now)
                    && !nextTry.isAfter(now)
                    && (withdrawn || answers.map(it -> it.posted.isPresent()).orElse(true));
        }

        void say(Content said, boolean isWithdrawn, Instant at) {
            if (content.equals(said) && withdrawn == isWithdrawn) {
                return;
            }
            content = said;
            withdrawn = isWithdrawn;
            version++;
            changedAt = at;
            if (error.isEmpty()) {
                nextTry = at;
            }
        }
    }

    private static final class Place {
        long lease;
        Instant leasedUntil = Instant.MIN;
        Instant nextAt = Instant.MIN;
        int failures;
    }

    @Override
    public synchronized void keep(MessageKey key, Destination to, Content content, Instant at) {
        find(key, to)
                .ifPresentOrElse(it -> it.say(content, false, at), () -> add(key, to, Optional.empty(), content, at));
    }

    @Override
    public synchronized void amend(MessageKey key, Destination to, Content content, Instant at) {
        find(key, to).ifPresent(it -> it.say(content, false, at));
    }

    @Override
    public synchronized void reply(MessageKey to, String part, Destination at, Content content, Instant when) {
        var key = new MessageKey(to.about(), part);
        find(to, at)
                .filter(it -> it.posted.isPresent() || it.triedAt.isPresent())
                .filter(_ -> find(key, at).isEmpty())
                .ifPresent(it -> add(key, at, Optional.of(it), content, when));
    }

    private void add(MessageKey key, Destination to, Optional<Row> answers, Content content, Instant at) {
        rows.add(new Row(key, to, answers, content, at));
        places.computeIfAbsent(place(to), _ -> new Place());
    }

    @Override
    public synchronized void withdraw(String about, Collection<Destination> but, String text, Instant at) {
        rows.stream()
                .filter(it -> it.key.about().equals(about) && but.stream().noneMatch(it.to::isAt))
                .forEach(it -> {
                    it.say(Content.text(text), true, at);
                    if (it.posted.isEmpty() && it.triedAt.isEmpty()) {
                        it.sent = it.version;
                    }
                });
    }

    @Override
    public synchronized Optional<Claim> claim(Collection<String> kinds, Instant now) {
        return rows.stream()
                .filter(it -> kinds.contains(it.to.kind()) && it.isReady(now) && isFree(it.to, now))
                .min(Comparator.comparing(it -> it.nextTry))
                .map(it -> claim(it, now));
    }

    private boolean isFree(Destination to, Instant now) {
        var place = placeOf(to);
        return !place.nextAt.isAfter(now) && !place.leasedUntil.isAfter(now);
    }

    private Claim claim(Row row, Instant now) {
        var place = placeOf(row.to);
        place.lease++;
        place.leasedUntil = now.plus(PostgresOutbox.LEASE);
        var claim = new Claim(
                row.to,
                place.lease,
                row.id,
                row.key,
                row.content,
                row.version,
                row.posted,
                row.triedAt,
                row.withdrawn,
                row.answers.flatMap(it -> it.posted),
                row.failures,
                place.failures);
        if (row.posted.isEmpty() && !row.withdrawn) {
            row.triedAt = row.triedAt.or(() -> Optional.of(now));
        }
        return claim;
    }

    @Override
    public synchronized boolean settle(Claim claim, Ending ending, Instant now) {
        var place = placeOf(claim.to());
        if (place.lease != claim.lease()) {
            return false;
        }
        place.leasedUntil = Instant.MIN;
        place.nextAt = ending.nextOfChannel();
        place.failures = ending.failuresOfChannel();
        rows.stream().filter(it -> it.id.equals(claim.id())).forEach(it -> write(it, claim, ending, now));
        return true;
    }

    private static void write(Row row, Claim claim, Ending ending, Instant now) {
        row.posted = ending.posted();
        row.triedAt = row.triedAt.filter(_ -> ending.perhaps());
        row.sent = ending.isTaken() ? claim.version() : row.sent;
        row.failures = ending.failures();
        row.error = ending.error();
        row.failingSince = ending.error().flatMap(_ -> row.failingSince.or(() -> Optional.of(now)));
        row.nextTry = ending.nextTry();
    }

    @Override
    public synchronized List<Waiting> waiting(Instant now) {
        return rows.stream()
                .filter(it -> it.waits(now))
                .collect(Collectors.groupingBy(it -> it.to, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> waiting(it.getKey(), it.getValue()))
                .toList();
    }

    private static Waiting waiting(Destination to, List<Row> rows) {
        var first = rows.stream()
                .filter(it -> it.failingSince.isPresent())
                .min(Comparator.comparing(it -> it.failingSince.orElseThrow()));
        return new Waiting(to, rows.size(), first.flatMap(it -> it.failingSince), first.flatMap(it -> it.error));
    }

    private Optional<Row> find(MessageKey key, Destination to) {
        return rows.stream().filter(it -> it.key.equals(key) && it.to.isAt(to)).findFirst();
    }

    private Place placeOf(Destination to) {
        return Optional.ofNullable(places.get(place(to))).orElseThrow();
    }

    private static String place(Destination to) {
        return to.kind() + " " + to.channel();
    }
}
