package whatnow.chat.announce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatnow.message.Channel;
import whatnow.message.Destination;
import whatnow.plan.PlanId;

/** Where the incidents of each plan are told. */
final class Places {

    /** The channel of every plan that has none of its own. */
    private static final String DEFAULT = "default";

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    /** By kind, then by plan. */
    private final Map<String, Map<String, String>> channels;

    private Places(Map<String, Map<String, String>> channels) {
        this.channels = channels;
    }

    /** @param named gives the channels of a kind by plan, as they are set */
    static Places of(Collection<Channel> kinds, Function<String, Map<String, String>> named) {
        var found = new TreeMap<String, Map<String, String>>();
        for (var kind : kinds) {
            var those = named.apply(kind.kind());
            if (those.isEmpty()) {
                continue;
            }
            if (kind.isOpen()) {
                found.put(kind.kind(), those);
            } else {
                LOG.warn(
                        "Channels of {} are set but it is not: nothing is sent there. Set its token, and its address"
                                + " where it needs one; docs/operating.md has the keys.",
                        kind.name());
            }
        }
        return new Places(found);
    }

    boolean areNone() {
        return channels.isEmpty();
    }

    List<Destination> of(PlanId plan) {
        var places = new ArrayList<Destination>();
        channels.forEach((kind, those) -> place(kind, those, plan).ifPresent(places::add));
        return List.copyOf(places);
    }

    private static Optional<Destination> place(String kind, Map<String, String> channels, PlanId plan) {
        return Optional.ofNullable(channels.get(plan.name()))
                .map(it -> new Destination(kind, it, plan.name()))
                .or(() -> Optional.ofNullable(channels.get(DEFAULT)).map(it -> new Destination(kind, it, "every plan")))
                .filter(it -> !it.channel().isBlank());
    }

    @Override
    public String toString() {
        return channels.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
    }
}
