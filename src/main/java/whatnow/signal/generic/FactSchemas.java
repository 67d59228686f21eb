package whatnow.signal.generic;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.State;

/** One schema for each type of fact, made from the types themselves so that the two cannot disagree. */
@Component
class FactSchemas implements OpenApiCustomizer {

    private static final String PATH = "/api/v1/facts";

    @Override
    public void customise(OpenAPI description) {
        if (description.getComponents() == null) {
            description.setComponents(new Components());
        }
        var anyFact = new Schema<Object>();
        var discriminator = new Discriminator().propertyName("type");
        for (var type : FactType.values()) {
            description.getComponents().addSchemas(name(type), fact(type));
            anyFact.addOneOfItem(new Schema<>().$ref(reference(type)));
            discriminator.mapping(type.key(), reference(type));
        }
        description.getComponents().addSchemas("Fact", anyFact.discriminator(discriminator));
        Optional.ofNullable(description.getPaths())
                .map(it -> it.get(PATH))
                .map(it -> it.getPost())
                .ifPresent(
                        it -> it.setRequestBody(new RequestBody().required(true).content(body())));
    }

    private static Content body() {
        return new Content()
                .addMediaType(
                        "application/json", new MediaType().schema(new Schema<>().$ref("#/components/schemas/Fact")));
    }

    private static Schema<?> fact(FactType type) {
        var fact = new ObjectSchema();
        fact.addProperty("type", words(List.of(type.key())));
        fact.addProperty("subject", subject());
        fact.addProperty("value", value(type));
        fact.addProperty("source", source(type));
        fact.addProperty("observedAt", new DateTimeSchema());
        fact.addProperty("ttlSeconds", new IntegerSchema());
        fact.addProperty("incident", new StringSchema().description("Its number or id"));
        fact.setRequired(type.isPersonal() ? List.of("type", "value") : List.of("type", "value", "source"));
        fact.setDescription(type.isPersonal() ? "Said by a signed-in person only" : "Said by machines and people");
        return fact;
    }

    private static Schema<?> subject() {
        var subject = new ObjectSchema();
        FactReader.SUBJECT.forEach(it -> subject.addProperty(it, new StringSchema()));
        return subject;
    }

    private static Schema<?> value(FactType type) {
        var value = new ObjectSchema();
        value.addProperty("state", words(names(State.values())));
        type.shapes().forEach(it -> value.addProperty(it.name(), shape(it.shape())));
        value.setRequired(type.isPersonal() ? List.of() : List.of("state"));
        return value;
    }

    private static Schema<?> source(FactType type) {
        var source = new ObjectSchema();
        source.addProperty("kind", words(names(FactSource.Kind.values())));
        source.addProperty("name", new StringSchema());
        source.setDescription(type.isPersonal() ? "Always the signed-in person, whatever is said here" : null);
        return source;
    }

    private static Schema<?> shape(FactType.Shape shape) {
        return switch (shape) {
            case TEXT -> new StringSchema();
            case NUMBER -> new NumberSchema();
            case TIME -> new DateTimeSchema();
            case FLAG -> new BooleanSchema();
            case ANY -> new Schema<>().description(shape.words());
        };
    }

    private static Schema<?> words(List<String> words) {
        var schema = new StringSchema();
        words.forEach(schema::addEnumItem);
        return schema;
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }

    private static String name(FactType type) {
        return "Fact." + type.key();
    }

    private static String reference(FactType type) {
        return "#/components/schemas/" + name(type);
    }
}
