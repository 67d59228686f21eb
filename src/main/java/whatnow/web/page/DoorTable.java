package whatnow.web.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import whatnow.signal.Doors;
import whatnow.signal.Source;
import whatnow.signal.Traffic;

/** All doors for senders, with what came through them and what did not. */
@Component
class DoorTable {

    private final Doors doors;
    private final Traffic traffic;

    DoorTable(Doors doors, Traffic traffic) {
        this.doors = doors;
        this.traffic = traffic;
    }

    /**
     * Those with errors first.
     *
     * @param base as whoever looks at the page reaches us
     */
    List<SenderDoor> all(String base, List<Source> sources, Instant now) {
        var refused = traffic.refusals().stream()
                .collect(Collectors.groupingBy(Traffic.Refusal::door, Collectors.summingLong(Traffic.Refusal::count)));
        return doors.all().stream()
                .map(it -> door(it, base, sources, refused.getOrDefault(it.key(), 0L), now))
                .sorted(Comparator.comparing(SenderDoor::hasTrouble).reversed())
                .toList();
    }

    private SenderDoor door(Doors.Door door, String base, List<Source> sources, long refused, Instant now) {
        var rate = traffic.rate(door.key(), now);
        var heard = sources.stream().filter(door::isOf).toList();
        var last = Stream.concat(heard.stream().map(Source::lastReport), Stream.of(rate.last()))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        return new SenderDoor(
                door.key(),
                door.title(),
                base + door.path(),
                door.token(),
                door.hasSample(),
                last,
                rate.inFiveMinutes(),
                rate.inAnHour(),
                refused,
                heard.stream().mapToLong(Source::unreadable).sum());
    }

    List<String> troubles() {
        return doors.troubles();
    }

    /** Under the titles of their doors. */
    List<Traffic.Refusal> refusals() {
        var titles = doors.all().stream().collect(Collectors.toMap(Doors.Door::key, Doors.Door::title));
        return traffic.refusals().stream()
                .map(it -> it.at(title(it.door(), titles.getOrDefault(it.door(), it.door()))))
                .toList();
    }

    private static String title(String door, String title) {
        return switch (door) {
            case Traffic.NO_DOOR -> "An address that is no door";
            case Traffic.HEARTBEATS -> "Heartbeats";
            default -> title;
        };
    }
}
