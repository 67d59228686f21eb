package whatnow.signal.sender;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.MissingNode;
import whatnow.signal.Delivery;
import whatnow.signal.Doors;
import whatnow.signal.Origin;
import whatnow.signal.Refused;
import whatnow.signal.Rereading;
import whatnow.signal.StrictJson;
import whatnow.signal.Traffic;

/** All formats that we know. */
@Component
class Formats implements Doors, Rereading {

    private static final String INGEST = "/api/v1/ingest/";

    private final SortedMap<String, Format> byKey = new TreeMap<>();
    private final Map<String, Format> byOtherName = new TreeMap<>();

    private final MoreFormats more;

    Formats(List<Format> formats, MoreFormats more) {
        this.more = more;
        formats.forEach(it -> {
            byKey.put(it.key(), it);
            it.alsoCalled().forEach(name -> byOtherName.put(name, it));
        });
    }

    @Override
    public List<Door> all() {
        return formats()
                .sorted(Comparator.comparing(Format::title, String.CASE_INSENSITIVE_ORDER))
                .map(Formats::door)
                .toList();
    }

    @Override
    public List<String> troubles() {
        return more.troubles();
    }

    private Stream<Format> formats() {
        return Stream.concat(byKey.values().stream(), more.all().stream());
    }

    private Optional<Format> named(String key) {
        return Optional.ofNullable(byKey.get(key))
                .or(() -> more.all().stream().filter(it -> it.key().equals(key)).findFirst());
    }

    private static Door door(Format it) {
        return new Door(
                it.key(),
                it.title(),
                it.entry().path(),
                it.entry().token(),
                it.sample().isPresent());
    }

    /** @throws Refused if there is none, with those there are */
    Format get(String key) {
        return named(key)
                .orElseThrow(() -> Refused.field(
                        HttpStatus.NOT_FOUND,
                        "sender",
                        key,
                        "one of " + formats().map(Format::key).sorted().collect(Collectors.joining(", "))));
    }

    /** The key of the door that a request knocks at; empty where no sender knocks. */
    Optional<String> at(String path) {
        return formats()
                .filter(it -> isAt(path, it.entry().path()) || path.equals(INGEST + it.key()))
                .map(Format::key)
                .findFirst()
                .or(() -> Optional.of(Traffic.NO_DOOR).filter(_ -> path.startsWith(INGEST)))
                .or(() -> Optional.of(Traffic.HEARTBEATS).filter(_ -> path.startsWith("/api/v1/heartbeat/")));
    }

    private static boolean isAt(String path, String door) {
        return path.equals(door) || path.startsWith(door + "/");
    }

    /** By its key or what else it is called. */
    Optional<Format> called(String name) {
        return named(name).or(() -> Optional.ofNullable(byOtherName.get(name)));
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
