package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells which of several zones a short name means by the region that was named before it: {@code us-east-1a and 1b}. */
final class Places {

    static List<Item> told(List<Item> items) {
        var told = new ArrayList<Item>();
        var region = Optional.<String>empty();
        for (var item : items) {
            var named = item instanceof Item.Named it ? told(it, region) : item;
            told.add(named);
            region = named instanceof Item.Named it ? region(it).or(() -> regionOf(told)) : region;
        }
        return List.copyOf(told);
    }

    private static Item.Named told(Item.Named item, Optional<String> region) {
        if (item.kind() != Names.Kind.ZONE || item.names().size() == 1 || region.isEmpty()) {
            return item;
        }
        Set<String> there = new TreeSet<>(item.names());
        there.removeIf(it -> !Regions.regionOf(it).equals(region.get()));
        return there.isEmpty()
                ? item
                : new Item.Named(
                        item.from(), item.to(), item.kind(), there, item.isCommon(), item.isData(), item.isHead());
    }

    private static Optional<String> regionOf(List<Item> items) {
        return items.reversed().stream()
                .filter(Item.Named.class::isInstance)
                .map(Item.Named.class::cast)
                .flatMap(it -> region(it).stream())
                .findFirst();
    }

    private static Optional<String> region(Item.Named named) {
        if (named.names().size() != 1 || named.kind() == Names.Kind.SERVICE) {
            return Optional.empty();
        }
        var name = named.names().iterator().next();
        return Optional.of(named.kind() == Names.Kind.ZONE ? Regions.regionOf(name) : name);
    }

    private Places() {}
}
