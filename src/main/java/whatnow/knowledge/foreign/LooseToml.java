package whatnow.knowledge.foreign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As much of TOML as front matter is written in: tables, texts, lists of texts; the rest as it stands. */
final class LooseToml {

    private static final Pattern TABLE = Pattern.compile("\\[{1,2}([^\\[\\]]{1,100})]{1,2}\\s*(?:#.*)?");
    private static final Pattern PAIR = Pattern.compile("([\\w.\"'-]{1,100})\\s*=\\s*(.*)");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\.|[^\"\\\\]){0,2000})\"|'([^']*)'");

    static Map<String, List<String>> read(String toml) {
        var keys = new LinkedHashMap<String, List<String>>();
        var prefix = "";
        var lines = List.of(toml.split("\n", -1));
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index).strip();
            var table = TABLE.matcher(line);
            var pair = PAIR.matcher(line);
            if (table.matches()) {
                prefix = LooseYaml.key(table.group(1)) + ".";
            } else if (pair.matches()) {
                var value = new StringBuilder(pair.group(2));
                var end = end(pair.group(2));
                while (!end.isEmpty() && !isClosed(value, end) && index + 1 < lines.size()) {
                    value.append('\n').append(lines.get(++index));
                }
                var name = pair.group(1).replaceAll("[\"']", "");
                keys.putIfAbsent(prefix + LooseYaml.key(name), values(value.toString(), end));
            }
        }
        return keys;
    }

    /** What a value that may go on below ends with. */
    private static String end(String value) {
        if (value.startsWith("\"\"\"")) {
            return "\"\"\"";
        }
        if (value.startsWith("'''")) {
            return "'''";
        }
        return value.startsWith("[") ? "]" : "";
    }

    private static boolean isClosed(StringBuilder value, String end) {
        return end.equals("]") ? value.indexOf(end) >= 0 : value.indexOf(end, end.length()) >= 0;
    }

    private static List<String> values(String value, String end) {
        if (end.length() == 3) {
            return List.of(value.replace(end, "").strip());
        }
        var texts = TEXT.matcher(value)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1).replaceAll("\\\\(.)", "$1"))
                .toList();
        if (!texts.isEmpty()) {
            return end.isEmpty() ? List.of(texts.getFirst()) : texts;
        }
        var bare = value.replaceAll("\\s#.*|[\\[\\]]", "").strip();
        return bare.isEmpty()
                ? List.of()
                : Stream.of(bare.split(",")).map(String::strip).toList();
    }

    private LooseToml() {}
}
