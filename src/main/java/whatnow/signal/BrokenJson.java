package whatnow.signal;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * What is wrong with a text that is not JSON: what was expected, what was there and what to try.
 *
 * <p>The parser's own words are for programmers who chose that parser, so none of them are handed on.
 */
final class BrokenJson {

    private static final int NEAR = 12;

    static Refused at(JsonParser parser, JacksonException broken, String text) {
        if (broken instanceof StreamConstraintsException) {
            return tooMuch(parser);
        }
        var place = broken.getLocation();
        var at = place == null ? 0 : (int) Math.clamp(place.getCharOffset(), 0, text.length());
        return at >= text.stripTrailing().length() ? cutOff(at) : outOfPlace(parser, at, text);
    }

    private static Refused cutOff(int at) {
        return Refused.at(
                at,
                "The body ends at character %d, in the middle; expected: JSON up to the bracket or quote that closes it. Was it cut off? Send all of it."
                        .formatted(at));
    }

    private static Refused outOfPlace(JsonParser parser, int at, String text) {
        var context = parser.streamReadContext();
        var expected = context.inObject()
                ? "\"name\": value, with commas between such pairs and none after the last"
                : context.inArray()
                        ? "values with commas between them and none after the last"
                        : "one JSON document and nothing else";
        return Refused.at(
                at,
                "At character %d, near (%s), this is not JSON; expected: %s. Check the quotes and commas there."
                        .formatted(at, near(at, text), expected));
    }

    private static Refused tooMuch(JsonParser parser) {
        var most = parser.streamReadConstraints();
        var at = (int) Math.max(0, parser.currentLocation().getCharOffset());
        return Refused.at(
                at,
                "Near character %d something is larger than this door takes; expected: brackets in brackets to a depth of %d, texts of %d characters, names of %d, numbers of %d. Send less of it."
                        .formatted(
                                at,
                                most.getMaxNestingDepth(),
                                most.getMaxStringLength(),
                                most.getMaxNameLength(),
                                most.getMaxNumberLength()));
    }

    private static String near(int at, String text) {
        return text.substring(Math.max(0, at - NEAR), Math.min(text.length(), at + NEAR))
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", " ");
    }

    private BrokenJson() {}
}
