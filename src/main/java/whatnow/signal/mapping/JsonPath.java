package whatnow.signal.mapping;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where something stands in a body: {@code $.a.b}, {@code $['a b']}, {@code $.list[0]}, {@code $.list[-1]}, {@code $.list[*]}.
 * What begins with {@code @} looks at one alert of many.
 *
 * <p>The part of RFC 9535 that names places. Filters, slices and descents are left out: with them one path could look at every
 * part of a body for every part of it.
 */
record JsonPath(String text, boolean isOfAlert, List<Step> steps) {

    /** However many there are, more are not looked at. */
    private static final int MOST = 256;

    sealed interface Step {

        Stream<JsonNode> from(JsonNode node);

        record Name(String name) implements Step {

            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return Stream.of(node.path(name));
            }
        }

        /** Counted from 0, or backwards from -1. */
        record Place(int place) implements Step {

            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return node.isArray() ? Stream.of(node.path(place < 0 ? node.size() + place : place)) : Stream.empty();
            }
        }

        record All() implements Step {

            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return node.valueStream();
            }
        }
    }

    static boolean isOne(String text) {
        return text.startsWith("$") || text.startsWith("@");
    }

    /** @throws WrittenWrong if it is none */
    static JsonPath of(String text) {
        return new PathParser(text).path();
    }

    Stream<JsonNode> in(Scene scene) {
        return in(scene, MOST);
    }

    /** What is there, without what is missing. */
    Stream<JsonNode> in(Scene scene, int most) {
        var found = Stream.of(isOfAlert ? scene.alert() : scene.body());
        for (var step : steps) {
            found = found.flatMap(step::from).filter(it -> !it.isMissingNode());
        }
        return found.limit(most);
    }
}
