package whatnow.signal.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.mapping.Mapping.Field;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Fields;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** What a sender says, read as a mapping says. */
record MappedFormat(Mapping mapping) implements Format {

    private static final int MOST_ALERTS = 4_000;

    @Override
    public String key() {
        return mapping.name();
    }

    @Override
    public String title() {
        return mapping.title();
    }

    @Override
    public boolean isBatch() {
        return mapping.alerts().isPresent();
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.of(mapping.holds());
    }

    @Override
    public Optional<byte[]> sample() {
        return mapping.sample().map(it -> it.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Delivery read(Message message) {
        var body = message.body();
        if (body.isValueNode()) {
            throw Refused.field("body", Fields.names(body), "an object or a list");
        }
        var alerts = mapping.alerts().map(it -> alerts(body, it)).orElse(List.of(body));
        var source = mapping.source().flatMap(it -> it.in(new Scene(body, alerts.getFirst())));
        var batch = new Batch(
                this, message, source.<JsonNode>map(StringNode::valueOf).orElse(MissingNode.getInstance()));
        alerts.forEach(alert -> batch.add(alert, it -> draft(new Scene(body, it))));
        return batch.delivery();
    }

    private static List<JsonNode> alerts(JsonNode body, JsonPath path) {
        var alerts = path.in(Scene.of(body), MOST_ALERTS + 1).toList();
        if (alerts.isEmpty()) {
            throw Refused.field(path.text(), "missing in " + Fields.names(body), "at least one alert");
        }
        if (alerts.size() > MOST_ALERTS) {
            throw Refused.field(
                    HttpStatus.CONTENT_TOO_LARGE,
                    path.text(),
                    "more than %d alerts".formatted(MOST_ALERTS),
                    "at most %d; send smaller batches".formatted(MOST_ALERTS));
        }
        return alerts;
    }

    private Draft draft(Scene scene) {
        var draft = Draft.named(mapping.text(Field.NAME, scene)
                .orElseThrow(() -> Refused.field("name", "missing", "a text where the mapping looks for it")));
        put(mapping.labels(), scene, draft::label);
        put(mapping.annotations(), scene, draft::annotation);
        draft.label("alertname", mapping.text(Field.NAME, scene))
                .label("service", mapping.text(Field.SERVICE, scene))
                .label("region", mapping.text(Field.REGION, scene))
                .label("zone", mapping.text(Field.ZONE, scene))
                .label("host", mapping.text(Field.HOST, scene))
                .label("severity", mapping.text(Field.SEVERITY, scene))
                .annotation("summary", mapping.text(Field.SUMMARY, scene))
                .annotation("description", mapping.text(Field.DESCRIPTION, scene))
                .annotation("runbook_url", mapping.text(Field.RUNBOOK, scene))
                .annotation("dashboard_url", mapping.text(Field.LINK, scene))
                .annotation("value", mapping.text(Field.VALUE, scene))
                .fingerprint(mapping.text(Field.KEY, scene).orElse(""))
                .since(time(Field.STARTED_AT, scene));
        return switch (meaning(scene)) {
            case FIRING -> draft;
            case RESOLVED -> draft.resolved(time(Field.ENDED_AT, scene));
            case UNKNOWN -> draft.lost();
        };
    }

    private static void put(Mapping.Texts texts, Scene scene, BiConsumer<String, String> into) {
        texts.all().stream()
                .flatMap(it -> it.in(scene))
                .flatMap(it -> it.properties().stream())
                .forEach(it -> into.accept(it.getKey(), Fields.text(it.getValue())));
        texts.named().forEach((name, value) -> value.in(scene).ifPresent(it -> into.accept(name, it)));
    }

    private Optional<Instant> time(Field field, Scene scene) {
        return mapping.text(field, scene).flatMap(it -> Fields.time(it, field.key(), Optional.of(mapping.timezone())));
    }

    private Words.Meaning meaning(Scene scene) {
        return mapping.status().map(it -> meaning(it, scene)).orElse(Words.Meaning.FIRING);
    }

    private static Words.Meaning meaning(Words words, Scene scene) {
        var word = words.is().in(scene).orElse("");
        return words.meaning(word)
                .orElseThrow(() -> Refused.field(
                        "status",
                        word.isEmpty() ? "missing" : word,
                        "one of " + String.join(", ", words.meanings().keySet()).toLowerCase(Locale.ROOT)));
    }
}
