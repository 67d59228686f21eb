package whatnow.signal.sender;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Refused;

/** What a sender is called: as it asks to be, else by the address that it gives for itself. */
public final class SenderName {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:/@ \\[\\]-]{1,128}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public static String of(Optional<String> wish, String kind, JsonNode address) {
        wish.filter(it -> !ALLOWED.matcher(it).matches()).ifPresent(it -> {
            throw Refused.field("source", it, "a name of at most 128 letters, digits and ._:/@-");
        });
        return wish.orElseGet(() ->
                host(address).or(() -> name(address)).map(it -> kind + " " + it).orElse(kind));
    }

    private static Optional<String> host(JsonNode address) {
        try {
            return Optional.ofNullable(
                            URI.create(address.asString("").split("[?#]", 2)[0]).getRawAuthority())
                    .map(it -> it.substring(it.lastIndexOf('@') + 1))
                    .filter(it -> ALLOWED.matcher(it).matches());
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    /** Not everybody has an address; some have a name. */
    private static Optional<String> name(JsonNode name) {
        return Optional.of(name.asString("")).filter(it -> NAME.matcher(it).matches());
    }

    private SenderName() {}
}
