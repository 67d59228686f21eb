package whatnow.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import whatnow.notation.PlaceHolders;

/**
 * Fills the place-holders of commands that people will paste into a shell.
 *
 * <p>A value goes in only if it is made of harmless characters; everything else leaves its place empty,
 * and a command with an empty place is not offered for copying. No quoting is relied on, because a
 * place-holder may stand inside quotes.
 */
final class Commands {

    /** Not {@code ${name}} of a shell and not {@code %{name}} of curl. */
    private static final Pattern PLACE = Pattern.compile("(?<![%$])\\{([a-z_]+)}");

    /** @param missing place-holders that stayed empty, in the order in which they first occur */
    record Filled(String text, List<String> missing) {

        boolean isComplete() {
            return missing.isEmpty();
        }
    }

    static Filled fill(String command, Map<String, String> values) {
        var missing = new ArrayList<String>();
        var text = PLACE.matcher(command).replaceAll(place -> {
            var name = place.group(1);
            var value = values.getOrDefault(name, "");
            if (isHarmless(value)) {
                return value;
            }
            if (!missing.contains(name)) {
                missing.add(name);
            }
            return "{" + name + "}";
        });
        return new Filled(text, List.copyOf(missing));
    }

    /** For sentences: a place without a harmless value is named, {@code {zone}} as "the zone". */
    static String inWords(String sentence, Map<String, String> values) {
        return PLACE.matcher(sentence).replaceAll(place -> {
            var value = values.getOrDefault(place.group(1), "");
            return isHarmless(value) ? value : "the " + place.group(1).replace('_', ' ');
        });
    }

    /** A leading dash would make an option of it. */
    private static boolean isHarmless(String value) {
        return PlaceHolders.mayHold(value) && !value.startsWith("-");
    }

    private Commands() {}
}
