package whatnow.signal.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import whatnow.signal.sender.Fields;

/** How one of our fields is made of a sender's words. */
sealed interface Value {

    /** Empty where there is nothing but blanks. */
    Optional<String> in(Scene scene);

    /** The first text that stands there. */
    record At(JsonPath path) implements Value {

        @Override
        public Optional<String> in(Scene scene) {
            return path.in(scene).map(Fields::text).filter(it -> !it.isBlank()).findFirst();
        }
    }

    /** The same for every alert. */
    record Constant(String text) implements Value {

        @Override
        public Optional<String> in(Scene scene) {
            return Optional.of(text).filter(it -> !it.isBlank());
        }
    }

    /** Words with paths between; empty where none of the paths has anything. */
    record Template(List<Value> parts) implements Value {

        @Override
        public Optional<String> in(Scene scene) {
            var isSaid = parts.stream()
                    .anyMatch(it -> it instanceof At && it.in(scene).isPresent());
            return isSaid
                    ? Optional.of(parts.stream()
                            .map(it -> it instanceof Constant(var words)
                                    ? words
                                    : it.in(scene).orElse(""))
                            .collect(Collectors.joining()))
                    : Optional.empty();
        }
    }

    /** The first of these that has something. */
    record First(List<Value> values) implements Value {

        @Override
        public Optional<String> in(Scene scene) {
            return values.stream().flatMap(it -> it.in(scene).stream()).findFirst();
        }
    }

    /** @throws WrittenWrong with what is wrong about it */
    static Value of(JsonNode written) {
        if (written.isValueNode() && !written.isNull()) {
            return of(written.asString());
        }
        if (written.size() == 1 && written.path("first").isArray()) {
            return new First(written.path("first").valueStream().map(Value::of).toList());
        }
        if (written.size() == 1 && written.path("constant").isValueNode()) {
            return new Constant(written.path("constant").asString());
        }
        throw new WrittenWrong(
                Fields.names(written), "a path, a text with {paths} in it, {first: [...]} or {constant: ...}");
    }

    private static Value of(String text) {
        if (JsonPath.isOne(text)) {
            return new At(JsonPath.of(text));
        }
        var parts = new ArrayList<Value>();
        var start = 0;
        for (var open = opening(text, 0); open >= 0; open = opening(text, start)) {
            var close = closing(text, open);
            parts.add(new Constant(text.substring(start, open)));
            parts.add(new At(JsonPath.of(text.substring(open + 1, close))));
            start = close + 1;
        }
        parts.add(new Constant(text.substring(start)));
        return parts.size() == 1 ? parts.getFirst() : new Template(List.copyOf(parts));
    }

    private static int opening(String text, int from) {
        for (var at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
            if (JsonPath.isOne(text.substring(at + 1))) {
                return at;
            }
        }
        return -1;
    }

    private static int closing(String text, int open) {
        var close = text.indexOf('}', open);
        if (close < 0) {
            throw WrittenWrong.at(text.length() + 1, text, "} behind the path that begins at character " + (open + 2));
        }
        return close;
    }
}
