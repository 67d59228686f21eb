package whatnow.signal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Queries of Prometheus as they travel: in the address under which it shows the alert. */
public final class Expressions {

    private static final String QUERY = "g0.expr=";
    private static final int LONGEST = 4_000;

    /** Empty if the address holds none. */
    public static Optional<String> in(String generatorUrl) {
        var start = generatorUrl.indexOf(QUERY);
        if (start < 0) {
            return Optional.empty();
        }
        var end = generatorUrl.indexOf('&', start);
        var written = generatorUrl.substring(start + QUERY.length(), end < 0 ? generatorUrl.length() : end);
        try {
            return Optional.of(URLDecoder.decode(written, StandardCharsets.UTF_8))
                    .filter(it -> !it.isBlank() && it.length() <= LONGEST);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private Expressions() {}
}
