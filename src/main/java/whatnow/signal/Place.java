package whatnow.signal;

import java.util.Optional;
import java.util.regex.Pattern;

/** How regions and zones are written. */
final class Place {

    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** us-east-1a, us-gov-west-1b, and local zones such as us-west-2-lax-1a. */
    private static final Pattern AWS_ZONE =
            Pattern.compile("([a-z]{2,3}(?:-[a-z]{2,9}){1,2}-\\d)(?:-[a-z]{2,5}-\\d)?[a-z]");

    /** A DNS zone, a path or a sentence is no place. */
    static boolean isPlace(String text) {
        return WRITTEN.matcher(text).matches();
    }

    static Optional<String> regionOf(String zone) {
        var match = AWS_ZONE.matcher(zone);
        return isPlace(zone) && match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private Place() {}
}
