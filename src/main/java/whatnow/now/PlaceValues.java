package whatnow.now;

import java.util.LinkedHashMap;
import java.util.Map;

/** What fills the place-holders of commands. */
final class PlaceValues {

    /**
     * The first suspect's values count; places come from what is known of the incident. What a plan knows is production,
     * so in a drill whoever practises types the names of the drill's target by hand.
     */
    static Map<String, String> of(Picture picture) {
        return picture.incident().drill()
                ? Map.of("incident", picture.incident().number())
                : ofProduction(picture);
    }

    private static Map<String, String> ofProduction(Picture picture) {
        var values = new LinkedHashMap<String, String>();
        picture.services().forEach(it -> it.values().forEach(values::putIfAbsent));
        picture.services().forEach(it -> values.putIfAbsent("service", it.name()));
        picture.suspects().stream().findFirst().ifPresent(it -> values.putIfAbsent("service", it));
        picture.symptoms()
                .flatMap(it -> it.region().stream())
                .findFirst()
                .ifPresent(it -> values.putIfAbsent("region", it));
        picture.services()
                .flatMap(it -> it.regions().stream())
                .findFirst()
                .ifPresent(it -> values.putIfAbsent("region", it));
        picture.symptoms()
                .flatMap(it -> it.zone().stream())
                .findFirst()
                .ifPresent(it -> values.putIfAbsent("zone", it));
        picture.target().ifPresent(it -> values.put("target_region", it));
        values.put("incident", picture.incident().number());
        return values;
    }

    private PlaceValues() {}
}
