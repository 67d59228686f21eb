package whatnow.signal.sender;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.MissingNode;
import whatnow.signal.Delivery;
import whatnow.signal.Origin;
import whatnow.signal.Rereading;
import whatnow.signal.StrictJson;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import whatnow.signal.Doors;
import whatnow.signal.Refused;

/** All formats that we know. */
@Component
class Formats implements Doors, Rereading {

    private final SortedMap<String, Format> byKey = new TreeMap<>();
    private final Map<String, Format> byOtherName = new TreeMap<>();

    Formats(List<Format> formats) {
        formats.forEach(it -> {
            byKey.put(it.key(), it);
            it.alsoCalled().forEach(name -> byOtherName.put(name, it));
        });
    }

    @Override
    public List<Door> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(Format::title, String.CASE_INSENSITIVE_ORDER))
                .map(it -> new Door(
                        it.key(), it.title(), it.entry().path(), it.entry().token()))
                .toList();
    }

    /** @throws Refused if there is none, with those there are */
    Format get(String key) {
        return Optional.ofNullable(byKey.get(key))
                .orElseThrow(() -> Refused.field(
                        HttpStatus.NOT_FOUND, "sender", key, "one of " + String.join(", ", byKey.keySet())));
    }

    /** By its key or what else it is called. */
    Optional<Format> called(String name) {
        return Optional.ofNullable(byKey.get(name)).or(() -> Optional.ofNullable(byOtherName.get(name)));
    }

    /** One whose format is not here any more is kept as it came. */
    @Override
    public Delivery read(Origin origin) {
        var message = new Message(
                StrictJson.readBatch(origin.body().getBytes(StandardCharsets.UTF_8)),
                origin.source(),
                origin.receivedAt());
        return called(origin.format())
                .map(it -> read(it, message))
                .orElseGet(() ->
                        unread(origin.format(), message, "The format (%s) is not known.".formatted(origin.format())));
    }

    /** What is nothing of this sender is kept as it came: a webhook is sent once, and nobody reads its 400. */
    static Delivery read(Format format, Message message) {
        try {
            return format.read(message);
        } catch (Refused whole) {
            if (whole.status() != HttpStatus.BAD_REQUEST) {
                throw whole;
            }
            return unread(format.key(), message, whole.why());
        }
    }

    private static Delivery unread(String kind, Message message, String why) {
        var source = message.sender(kind, MissingNode.getInstance());
        var unread = new Delivery.Unreadable(0, why, message.body().toString());
        return new Delivery(source, true, message.receivedAt(), List.of(), List.of(unread));
    }
}
