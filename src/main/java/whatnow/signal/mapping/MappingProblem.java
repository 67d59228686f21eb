package whatnow.signal.mapping;

/**
 * Why a mapping was not taken.
 *
 * @param line counted from 1; 0 if it is about the whole file
 * @param key in the file, {@code labels.team}; empty if it is about none
 */
record MappingProblem(String file, int line, String key, String found, String expected) {

    String sentence() {
        return "%s%s%s: found (%s), expected %s."
                .formatted(
                        file,
                        line > 0 ? ", line " + line : "",
                        key.isEmpty() ? "" : ", " + key,
                        found.length() > 200 ? found.substring(0, 200) + "..." : found,
                        expected);
    }
}
