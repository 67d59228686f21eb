package whatnow.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.plan.RecoveryPlan;

/**
 * The places of a plan that name rows of its source or articles. It walks the plan as the API shows it, so that a part that a
 * plan gets later is not forgotten here.
 */
final class PlanPlaces {

    /** Fields that hold an article, with or without a section. */
    private static final Set<String> ARTICLES = Set.of("article", "template");

    /** What tells the entries of a list apart, the best first. */
    private static final List<String> NAMES = List.of(
            "title", "name", "id", "kind", "level", "tier", "metric", "audience", "role", "condition", "about", "says");

    private static final int DEEPEST = 12;
    private static final int LONGEST_NAME = 60;

    /**
     * @param where for example {@code services: freight-db}
     * @param rows of the source that it comes from
     * @param articles {@code slug} or {@code slug#section}, as the plan writes them
     */
    record Place(String where, List<String> rows, List<String> articles) {}

    private final List<Place> found = new ArrayList<>();

    static List<Place> of(RecoveryPlan plan) {
        var places = new PlanPlaces();
        JsonNode tree = JsonMapper.shared().valueToTree(plan);
        tree.properties().forEach(it -> places.walk(it.getKey(), it.getValue(), List.of(), 0));
        return List.copyOf(places.found);
    }

    /** @param outer rows of what it stands in, which are its own where it names none */
    private void walk(String where, JsonNode node, List<String> outer, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(it -> walk(it.isObject() ? entry(where, it) : where, it, outer, depth + 1));
        }
        if (node.isObject()) {
            var rows = rows(node, outer);
            note(where, node, rows);
            node.properties()
                    .forEach(
                            it -> walk(depth == 0 ? where + " " + it.getKey() : where, it.getValue(), rows, depth + 1));
        }
    }

    private static List<String> rows(JsonNode node, List<String> outer) {
        var own = texts(node.path("rows")).toList();
        return own.isEmpty() ? outer : own;
    }

    private void note(String where, JsonNode node, List<String> rows) {
        var articles = ARTICLES.stream()
                .flatMap(it -> texts(node.path(it)))
                .filter(it -> !it.isBlank())
                .sorted()
                .toList();
        if (node.has("rows") || !articles.isEmpty()) {
            found.add(new Place(where, rows, articles));
        }
    }

    /** The outermost list names the place; what stands in its entries belongs to them. */
    private static String entry(String where, JsonNode entry) {
        return where.contains(": ") ? where : where + ": " + name(entry);
    }

    private static String name(JsonNode entry) {
        return NAMES.stream()
                .map(it -> entry.path(it))
                .filter(it -> it.isString() && !it.asString().isBlank())
                .map(it -> it.asString().toLowerCase(Locale.ROOT).replace('_', ' '))
                .map(it -> it.length() > LONGEST_NAME
                        ? it.substring(0, LONGEST_NAME).strip() + "\u2026"
                        : it)
                .findFirst()
                .orElse("one");
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? node.valueStream().filter(JsonNode::isString).map(JsonNode::asString)
                : node.isString() ? Stream.of(node.asString()) : Stream.of();
    }
}
