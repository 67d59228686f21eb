package whatnow.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.signal.Expressions;

/**
 * Alerts in a file: one a line, an array, or a body of Alertmanager. An alert is what a sender would send, or a rule with
 * what it would say beside it ({@code alertname}, {@code summary}, {@code expr}). Other fields are ignored.
 *
 * @param unreadable what is no alert, with its place
 */
record AlertFile(List<Entry> alerts, List<String> unreadable) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Fields that senders deliver as annotations. */
    private static final List<String> SAID = List.of("summary", "description", "message", "runbook_url", "expr");

    /** @param source whose alert it is, for counting; a dash if nobody says */
    record Entry(String id, String source, SortedMap<String, String> labels, SortedMap<String, String> annotations) {

        String name() {
            return labels.getOrDefault("alertname", annotations.getOrDefault("summary", ""));
        }
    }

    static AlertFile of(Path file) throws IOException {
        var text = text(file);
        var alerts = new ArrayList<Entry>();
        var unreadable = new ArrayList<String>();
        if (isWhole(text)) {
            whole(text, alerts, unreadable);
        } else {
            lines(text, alerts, unreadable);
        }
        return new AlertFile(List.copyOf(alerts), List.copyOf(unreadable));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new IOException("%s does not exist; expected a file of alerts as JSON.".formatted(file), missing);
        } catch (CharacterCodingException broken) {
            throw new IOException("%s is not UTF-8; expected a file of alerts as JSON.".formatted(file), broken);
        }
    }

    /** An array or one object over all lines; several objects are one a line. */
    private static boolean isWhole(String text) {
        try {
            var node = JSON.readTree(text);
            return node.isArray() || node.isObject();
        } catch (JacksonException several) {
            return text.stripLeading().startsWith("[");
        }
    }

    private static void whole(String text, List<Entry> alerts, List<String> unreadable) {
        try {
            var node = JSON.readTree(text);
            var all = node.path("alerts").isArray() ? node.path("alerts") : node;
            var each = all.isArray() ? all.valueStream() : Stream.of(all);
            each.forEach(it -> add("alert", it, alerts, unreadable));
        } catch (JacksonException broken) {
            unreadable.add("the file: " + plain(broken));
        }
    }

    private static void lines(String text, List<Entry> alerts, List<String> unreadable) {
        var lines = text.lines().toList();
        for (var at = 0; at < lines.size(); at++) {
            if (lines.get(at).isBlank()) {
                continue;
            }
            try {
                var node = JSON.readTree(lines.get(at));
                if (isAlert(node)) {
                    alerts.add(entry(node, alerts.size() + 1));
                } else {
                    unreadable.add("line %d: %s".formatted(at + 1, noAlert(node)));
                }
            } catch (JacksonException broken) {
                unreadable.add("line %d: %s".formatted(at + 1, plain(broken)));
            }
        }
    }

    private static void add(String what, JsonNode node, List<Entry> alerts, List<String> unreadable) {
        var position = alerts.size() + unreadable.size() + 1;
        if (isAlert(node)) {
            alerts.add(entry(node, position));
        } else {
            unreadable.add("%s %d: %s".formatted(what, position, noAlert(node)));
        }
    }

    private static boolean isAlert(JsonNode node) {
        return node.isObject()
                && (node.path("alertname").isString()
                        || node.path("labels").isObject()
                        || node.path("summary").isString());
    }

    private static String noAlert(JsonNode node) {
        var shown = node.toString();
        return "expected an object with labels, alertname or summary, found %s"
                .formatted(shown.length() > 60 ? shown.substring(0, 60) + "..." : shown);
    }

    private static String plain(JacksonException broken) {
        return "not JSON (%s)".formatted(broken.getOriginalMessage());
    }

    private static Entry entry(JsonNode node, int position) {
        var labels = texts(node.path("labels"));
        putText(labels, "alertname", node.path("alertname"));
        putText(labels, "severity", node.path("severity"));
        var annotations = texts(node.path("annotations"));
        SAID.forEach(it -> putText(annotations, it, node.path(it)));
        Expressions.in(node.path("generatorURL").asString("")).ifPresent(it -> annotations.putIfAbsent("expr", it));
        return new Entry(
                node.path("id").asString(String.valueOf(position)),
                node.path("source").asString("-"),
                labels,
                annotations);
    }

    private static void putText(TreeMap<String, String> texts, String key, JsonNode value) {
        if (value.isString() && !value.stringValue().isBlank()) {
            texts.putIfAbsent(key, value.stringValue());
        }
    }

    private static TreeMap<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties().stream()
                .filter(it -> it.getValue().isString())
                .forEach(it -> texts.put(it.getKey(), it.getValue().stringValue()));
        return texts;
    }
}
