package whatnow.signal.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import whatnow.plan.Durations;
import whatnow.plan.YamlRefused;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.mapping.Mapping.Field;
import whatnow.signal.sender.Message;

/** Reads a mapping, and says of every mistake in it where it is, what is there and what was expected. */
final class MappingReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Set<String> OTHERS =
            Set.of("title", "alerts", "source", "status", "labels", "annotations", "holds", "timezone", "sample");
    private static final Set<String> NEVER_CONSTANT = Set.of("key", "status", "status.is", "startedAt", "endedAt");
    private static final Set<String> OF_STATUS = Set.of("is", "firing", "resolved", "unknown", "otherwise");

    private final String file;
    private final List<MappingProblem> problems = new ArrayList<>();

    private MappingReader(String file) {
        this.file = file;
    }

    /** What became of a file. */
    sealed interface Result {}

    record Taken(MappedFormat format) implements Result {}

    record Wrong(List<MappingProblem> problems) implements Result {}

    /**
     * @param file for whoever reads what is wrong with it
     * @param name of the door
     * @param taken names that other doors have
     */
    static Result read(String file, String name, String text, Set<String> taken) {
        var reader = new MappingReader(file);
        reader.checkName(name, taken);
        try {
            var format = reader.format(name, new MappingTree(text));
            return reader.problems.isEmpty() ? new Taken(format) : new Wrong(List.copyOf(reader.problems));
        } catch (YamlRefused refused) {
            reader.problems.add(new MappingProblem(file, refused.line(), "", refused.value(), refused.expected()));
            return new Wrong(List.copyOf(reader.problems));
        }
    }

    private void checkName(String name, Set<String> taken) {
        if (!NAME.matcher(name).matches()) {
            problems.add(new MappingProblem(
                    file, 0, "", name, "a name of at most 40 small letters, figures and -, which becomes the door's"));
        }
        if (taken.contains(name)) {
            problems.add(new MappingProblem(file, 0, "", name, "a name that no other door has; rename the file"));
        }
    }

    private MappedFormat format(String name, MappingTree tree) {
        var root = tree.root();
        refuseOthers(
                tree, "", root, it -> OTHERS.contains(it) || Field.called(it).isPresent());
        var fields = new EnumMap<Field, Value>(Field.class);
        for (var field : Field.values()) {
            value(tree, field.key(), root.path(field.key())).ifPresent(it -> fields.put(field, it));
        }
        if (root.path("name").isMissingNode()) {
            wrong(tree, "name", "nothing", "where the name of an alert stands, such as name: $.title");
        }
        var format = new MappedFormat(new Mapping(
                name,
                root.path("title").asString(name),
                Optional.of(root.path("alerts"))
                        .filter(it -> !it.isMissingNode())
                        .flatMap(it -> path(tree, "alerts", it)),
                value(tree, "source", root.path("source")),
                status(tree, root.path("status")),
                fields,
                texts(tree, "labels", root.path("labels")),
                texts(tree, "annotations", root.path("annotations")),
                holds(tree, root.path("holds")),
                timezone(tree, root.path("timezone")),
                Optional.of(root.path("sample")).filter(JsonNode::isContainer)));
        if (problems.isEmpty()) {
            checkSample(tree, format);
        }
        return format;
    }

    private Optional<Words> status(MappingTree tree, JsonNode status) {
        if (status.isMissingNode()) {
            return Optional.empty();
        }
        if (!status.isObject() || !status.has("is")) {
            return value(tree, "status", status).map(it -> new Words(it, Words.USUAL, Optional.empty()));
        }
        refuseOthers(tree, "status.", status, OF_STATUS::contains);
        var meanings = new TreeMap<String, Words.Meaning>();
        for (var meaning : Words.Meaning.values()) {
            words(tree, "status." + meaning.key(), status.path(meaning.key()), meaning, meanings);
        }
        var otherwise = meaning(tree, status.path("otherwise"));
        return value(tree, "status.is", status.path("is"))
                .map(it -> new Words(it, meanings.isEmpty() ? Words.USUAL : meanings, otherwise));
    }

    private void words(
            MappingTree tree,
            String key,
            JsonNode written,
            Words.Meaning meaning,
            Map<String, Words.Meaning> meanings) {
        var words = written.isArray()
                ? written.valueStream().toList()
                : written.isMissingNode() ? List.<JsonNode>of() : List.of(written);
        for (var word : words) {
            if (!word.isValueNode() || word.isNull() || word.asString().isBlank()) {
                wrong(tree, key, word.toString(), "words of the sender, such as [down, critical]");
            } else if (meanings.put(word.asString().strip().toLowerCase(java.util.Locale.ROOT), meaning) != null) {
                wrong(tree, key, word.asString(), "each word under one meaning only");
            }
        }
    }

    private Optional<Words.Meaning> meaning(MappingTree tree, JsonNode otherwise) {
        if (otherwise.isMissingNode()) {
            return Optional.empty();
        }
        for (var meaning : Words.Meaning.values()) {
            if (meaning.key().equals(otherwise.asString(""))) {
                return Optional.of(meaning);
            }
        }
        wrong(tree, "status.otherwise", otherwise.toString(), "firing, resolved or unknown");
        return Optional.empty();
    }

    private Mapping.Texts texts(MappingTree tree, String key, JsonNode texts) {
        if (texts.isMissingNode()) {
            return Mapping.Texts.NONE;
        }
        if (!texts.isObject()) {
            wrong(tree, key, texts.toString(), "a name and a path for each, or \"*\" and the path of an object");
            return Mapping.Texts.NONE;
        }
        var all = new ArrayList<JsonPath>();
        var named = new TreeMap<String, Value>();
        texts.properties().forEach(it -> {
            var here = key + "." + it.getKey();
            if (!it.getKey().equals("*")) {
                value(tree, here, it.getValue()).ifPresent(value -> named.put(it.getKey(), value));
            } else if (it.getValue().isArray()) {
                it.getValue().forEach(one -> path(tree, here, one).ifPresent(all::add));
            } else {
                path(tree, here, it.getValue()).ifPresent(all::add);
            }
        });
        return new Mapping.Texts(List.copyOf(all), named);
    }

    private Duration holds(MappingTree tree, JsonNode holds) {
        if (holds.isMissingNode()) {
            return A_DAY;
        }
        return Durations.parse(holds.asString("").strip())
                .filter(it -> it.isPositive() && it.compareTo(LONGEST) <= 0)
                .orElseGet(() -> {
                    wrong(tree, "holds", holds.toString(), "a span up to 31d, such as 15m or 1d");
                    return A_DAY;
                });
    }

    private ZoneId timezone(MappingTree tree, JsonNode zone) {
        try {
            return zone.isMissingNode() ? ZoneOffset.UTC : ZoneId.of(zone.asString(""));
        } catch (DateTimeException none) {
            wrong(tree, "timezone", zone.toString(), "a zone such as Europe/Berlin or UTC");
            return ZoneOffset.UTC;
        }
    }

    private Optional<JsonPath> path(MappingTree tree, String key, JsonNode written) {
        return understood(tree, key, written, it -> JsonPath.of(it.asString("")));
    }

    private Optional<Value> value(MappingTree tree, String key, JsonNode written) {
        var value = written.isMissingNode() ? Optional.<Value>empty() : understood(tree, key, written, Value::of);
        if (NEVER_CONSTANT.contains(key)
                && value.filter(Value.Constant.class::isInstance).isPresent()) {
            wrong(
                    tree,
                    key,
                    written.toString(),
                    "a path that begins with $ or @, because it differs from alert to alert");
        }
        return value;
    }

    private <T> Optional<T> understood(MappingTree tree, String key, JsonNode written, Function<JsonNode, T> reading) {
        try {
            return Optional.of(reading.apply(written));
        } catch (WrittenWrong wrong) {
            wrong(tree, key, wrong.found(), wrong.expected());
            return Optional.empty();
        }
    }

    private void refuseOthers(
            MappingTree tree, String before, JsonNode object, java.util.function.Predicate<String> known) {
        object.propertyNames().stream()
                .filter(it -> !known.test(it))
                .forEach(it -> wrong(
                        tree,
                        before + it,
                        it,
                        "one of "
                                + (before.isEmpty()
                                        ? names()
                                        : OF_STATUS.stream().sorted().toList())));
    }

    private static List<String> names() {
        var names = new ArrayList<>(OTHERS);
        for (var field : Field.values()) {
            names.add(field.key());
        }
        return names.stream().sorted().toList();
    }

    /** A sample that its own mapping does not read shows that one of the two is wrong. */
    private void checkSample(MappingTree tree, MappedFormat format) {
        format.mapping().sample().ifPresent(it -> {
            try {
                var read = format.read(new Message(it, Optional.empty(), Instant.EPOCH));
                read.unreadable().stream()
                        .map(Delivery.Unreadable::why)
                        .forEach(why -> wrong(tree, "sample", why, "a sample that this mapping reads"));
            } catch (Refused refused) {
                wrong(tree, "sample", refused.why(), "a sample that this mapping reads");
            }
        });
    }

    private void wrong(MappingTree tree, String key, String found, String expected) {
        problems.add(new MappingProblem(file, tree.line(key), key, found, expected));
    }
}
