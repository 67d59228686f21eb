package whatnow.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

@Repository
class PostgresSources implements Sources {

    private static final int MOST_UNREADABLE = 5;

    private final SignalStore store;
    private final SourceSettings settings;

    PostgresSources(SignalStore store, SourceSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public List<Source> at(Instant now) {
        var sources = new TreeMap<String, Source>();
        settings.intervals()
                .forEach((name, interval) -> sources.put(
                        name,
                        new Source(
                                name, Optional.empty(), Optional.empty(), interval, Source.State.NEVER, 0, List.of())));
        store.senders().all().forEach(it -> sources.put(it.name(), source(it, now)));
        return List.copyOf(sources.values());
    }

    @Override
    public Optional<Waiting> waiting() {
        return store.inbox().waiting();
    }

    private Source source(Sender sender, Instant now) {
        var known = settings.told(sender);
        return new Source(
                known.name(),
                Optional.of(known.lastPost()),
                known.lastWatchdog(),
                known.interval(),
                known.isHeard(now) ? Source.State.FRESH : Source.State.SILENT,
                known.unreadable(),
                known.unreadable() == 0 ? List.of() : store.signals().unreadable(known.name(), MOST_UNREADABLE));
    }
}
