package whatnow.signal.sender;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import whatnow.signal.Doors;
import whatnow.signal.Refused;

/** All formats that we know. */
@Component
class Formats implements Doors {

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
}
