package whatnow.signal.sender;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import whatnow.signal.Refused;

/** All formats that we know. */
@Component
public class Formats {

    private final SortedMap<String, Format> byKey = new TreeMap<>();
    private final Map<String, Format> byOtherName = new TreeMap<>();

    public Formats(List<Format> formats) {
        formats.forEach(it -> {
            byKey.put(it.key(), it);
            it.alsoCalled().forEach(name -> byOtherName.put(name, it));
        });
    }

    /** By their keys. */
    public Collection<Format> all() {
        return byKey.values();
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
