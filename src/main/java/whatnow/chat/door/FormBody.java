package whatnow.chat.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import whatnow.signal.Refused;

/** The fields of a form. One that comes twice is refused, because two readers could see two different ones (S-22). */
public record FormBody(Map<String, String> fields) {

    private static final int MOST_FIELDS = 100;
    private static final String TYPE = "application/x-www-form-urlencoded";

    /** @throws Refused if it is no form */
    public static FormBody read(Optional<String> contentType, byte[] raw) {
        var type = contentType.orElse("");
        if (!type.toLowerCase(java.util.Locale.ROOT).startsWith(TYPE)) {
            throw Refused.field(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type", type, TYPE);
        }
        var fields = new LinkedHashMap<String, String>();
        for (var pair : new String(raw, StandardCharsets.US_ASCII).split("&", MOST_FIELDS + 1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2 && fields.putIfAbsent(decoded(parts[0]), decoded(parts[1])) != null) {
                throw Refused.because(HttpStatus.BAD_REQUEST, "The form has a field twice; expected: each field once.");
            }
        }
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw Refused.because(
                    HttpStatus.BAD_REQUEST,
                    "The form has %d fields; expected: 1 to %d.".formatted(fields.size(), MOST_FIELDS));
        }
        return new FormBody(Map.copyOf(fields));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).filter(it -> !it.isBlank());
    }

    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** @throws Refused if there is none */
    public String need(String name) {
        return find(name).orElseThrow(() -> Refused.field(name, "missing", "what a chat always sends"));
    }

    /** What no database can hold is replaced, as everywhere. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        } catch (IllegalArgumentException broken) {
            throw Refused.because(
                    HttpStatus.BAD_REQUEST, "The form is not encoded as a form is: a percent sign without two digits.");
        }
    }
}
