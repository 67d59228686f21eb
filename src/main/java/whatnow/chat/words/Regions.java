package whatnow.chat.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Regions and zones in the short ways in which people name them: {@code us-east}, {@code use1}, {@code east}, {@code 1b}.
 * A short name that fits several stands for all of them, so that nobody mistakes one for the other.
 */
final class Regions {

    private static final Pattern REGION = Pattern.compile("([a-z]{2})-([a-z]+)-(\\d)");
    private static final String LETTERS = "abcdef";

    /** @param names all that the spelling may mean */
    record Meant(Names.Kind kind, Set<String> names) {}

    private final Map<String, Meant> spellings = new HashMap<>();

    private final Set<String> zones;

    Regions(Set<String> regions, Set<String> listed) {
        var possible = possible(regions);
        zones = listed.isEmpty() ? possible : listed;
        regions.forEach(this::addRegion);
        zones.forEach(this::addZone);
        possible.stream()
                .filter(zone -> zones.stream().noneMatch(it -> it.startsWith(regionOf(zone))))
                .forEach(this::addZone);
        possible.forEach(it -> add(it, Names.Kind.ZONE, it));
    }

    private static Set<String> possible(Set<String> regions) {
        var possible = new TreeSet<String>();
        regions.forEach(region -> LETTERS.chars().forEach(it -> possible.add(region + (char) it)));
        return possible;
    }

    /** {@code us-east-1} for {@code us-east-1b}. */
    static String regionOf(String zone) {
        return zone.substring(0, zone.length() - 1);
    }

    /** Those that plans list; of plans that list none, those that their regions may have. */
    Set<String> zones() {
        return zones;
    }

    Map<String, Meant> spellings() {
        return spellings;
    }

    private void addRegion(String region) {
        var found = REGION.matcher(region);
        if (found.matches()) {
            if (!found.group(1).equals("us")) {
                add(found.group(1), Names.Kind.REGION, region);
            }
            add(found.group(1) + found.group(2), Names.Kind.REGION, region);
            add(found.group(2), Names.Kind.REGION, region);
            add(found.group(2) + found.group(3), Names.Kind.REGION, region);
            add(found.group(1) + found.group(2).charAt(0) + found.group(3), Names.Kind.REGION, region);
        }
    }

    private void addZone(String zone) {
        var length = zone.length();
        if (length > 2 && Character.isDigit(zone.charAt(length - 2))) {
            var found = REGION.matcher(zone.substring(0, length - 1));
            add(zone.substring(length - 2), Names.Kind.ZONE, zone);
            if (found.matches()) {
                var end = found.group(3) + zone.charAt(length - 1);
                add(found.group(2) + end, Names.Kind.ZONE, zone);
                add(found.group(1) + found.group(2).charAt(0) + end, Names.Kind.ZONE, zone);
            }
        }
    }

    private void add(String spelling, Names.Kind kind, String name) {
        spellings
                .computeIfAbsent(Spelling.key(spelling), _ -> new Meant(kind, new TreeSet<>()))
                .names()
                .add(name);
    }
}
