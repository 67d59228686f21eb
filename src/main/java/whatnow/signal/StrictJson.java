package whatnow.signal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * JSON as strangers send it: UTF-8 without a mark, one document, no name twice, no depth and no text without end.
 *
 * <p>What is refused is refused with its place. What a database cannot hold, NUL and halves of characters, becomes U+FFFD.
 */
public final class StrictJson {

    private static final int MOST_DEPTH = 64;

    /** The longest text that is kept, in characters. */
    public static final int MOST_TEXT = 16 * 1024;

    private static final int MOST_NAME = 1024;
    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonFactory FACTORY = factory(MOST_TEXT);
    private static final JsonFactory FACTORY_FOR_BATCHES = factory(Body.BATCH);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static JsonFactory factory(int mostText) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(mostText)
                        .maxNameLength(MOST_NAME)
                        .maxNumberLength(100)
                        .build())
                .build();
    }

    public static JsonNode read(byte[] body) {
        return read(body, FACTORY);
    }

    /** Long texts pass: one of them must not cost the other alerts of a batch their hearing. */
    public static JsonNode readBatch(byte[] body) {
        return read(body, FACTORY_FOR_BATCHES);
    }

    private static JsonNode read(byte[] body, JsonFactory factory) {
        var text = decoded(body);
        try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return document(parser, text);
        }
    }

    private static JsonNode document(JsonParser parser, String text) {
        try {
            if (parser.nextToken() == null) {
                throw Refused.at(0, "The body is empty; expected: JSON.");
            }
            var root = value(parser);
            if (parser.nextToken() != null) {
                throw Refused.at(
                        place(parser),
                        "Something follows the end of the JSON document; expected: nothing. Send one document at a time.");
            }
            return root;
        } catch (JacksonException broken) {
            throw BrokenJson.at(parser, broken, text);
        }
    }

    private static String decoded(byte[] body) {
        refuseOtherEncodings(body);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(body);
        var text = CharBuffer.allocate(body.length);
        var result = decoder.decode(bytes, text, true);
        if (result.isError()) {
            throw Refused.at(bytes.position(), "The byte at this position is not UTF-8; expected: JSON in UTF-8.");
        }
        return text.flip().toString();
    }

    private static void refuseOtherEncodings(byte[] body) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            throw Refused.at(0, "The body starts with a byte order mark; expected: JSON in UTF-8 without one.");
        }
        var wide = startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE);
        if (wide || body.length > 1 && (body[0] == 0 || body[1] == 0)) {
            throw Refused.at(0, "The body is in UTF-16 or UTF-32; expected: JSON in UTF-8.");
        }
    }

    private static boolean startsWith(byte[] body, int... start) {
        if (body.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((body[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(repaired(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw Refused.at(place(parser), "A value is missing here; expected: JSON.");
        };
    }

    private static JsonNode object(JsonParser parser) {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = repaired(parser.currentName());
            if (object.has(name)) {
                throw Refused.at(
                        place(parser),
                        "The name (%s) stands here twice; expected: each name once. Remove one."
                                .formatted(shown(name)));
            }
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static JsonNode array(JsonParser parser) {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static JsonNode number(JsonParser parser) {
        var text = parser.getString();
        var value = Double.parseDouble(text);
        if (Double.isInfinite(value) || value == 0 && text.startsWith("-")) {
            throw Refused.at(place(parser), "The number (%s) is not one that can be measured.".formatted(text));
        }
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER
                ? NODES.numberNode(parser.getLongValue())
                : NODES.numberNode(value);
    }

    private static String shown(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "..." : name;
    }

    private static int place(JsonParser parser) {
        return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
    }

    /** The text itself where there is nothing to repair, which is nearly always. */
    public static String repaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBroken(text, i)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var repaired = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isBroken(text, i)) {
                repaired.setCharAt(i, REPLACEMENT);
            }
        }
        return repaired.toString();
    }

    private static boolean isBroken(String text, int index) {
        var character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
        }
        return character == 0;
    }

    private StrictJson() {}
}
