package whatnow.knowledge.foreign;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code mkdocs.yml} calls its pages. */
final class NavigationTitles {

    private static final Pattern PAGE =
            Pattern.compile("\\s*- +(?:\"([^\"]+)\"|'([^']+)'|([^:\"'][^:]*)): +[\"']?([^\"'#]+\\.md)[\"']?\\s*");
    private static final Pattern DOCS = Pattern.compile("docs_dir: *[\"']?([\\w./-]+)[\"']?\\s*");
    private static final int MOST_BYTES = 256 * 1024;

    /** Titles by path below the folder; empty where there is nothing of the kind. */
    static Map<String, String> in(Source source, Set<String> files) {
        var titles = new HashMap<String, String>();
        files.stream().filter(it -> it.matches("(?:.*/)?mkdocs\\.ya?ml")).forEach(it -> add(source, it, titles));
        return titles;
    }

    private static void add(Source source, String file, Map<String, String> titles) {
        try {
            var lines = List.of(RawFile.read(source, file, MOST_BYTES).text().split("\n", -1));
            var docs = lines.stream()
                    .map(DOCS::matcher)
                    .filter(it -> it.matches())
                    .map(it -> it.group(1))
                    .findFirst()
                    .orElse("docs");
            var folder = file.substring(0, file.lastIndexOf('/') + 1) + docs + "/";
            for (var line : lines) {
                var page = PAGE.matcher(line);
                if (line.length() < 500 && page.matches()) {
                    var title = page.group(1) != null
                            ? page.group(1)
                            : page.group(2) != null ? page.group(2) : page.group(3);
                    titles.putIfAbsent(folder + page.group(4).strip(), title.strip());
                }
            }
        } catch (IOException _) {
            // its titles are only a convenience
        }
    }

    private NavigationTitles() {}
}
