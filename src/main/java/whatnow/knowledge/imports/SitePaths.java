package whatnow.knowledge.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import whatnow.knowledge.foreign.PathId;

/** Which paths of a folder a link may mean: from its file, from the page made of it, from any root of the site. */
final class SitePaths {

    private static final Pattern PAGE_ENDING =
            Pattern.compile("(?i)(?:\\.html?)?(?:\\.(?:md|markdown|mkd|mdown|mdx|qmd|rmd))?(?:\\.erb)?$");
    private static final Pattern INDEX = Pattern.compile("(?i)(?:^|(?<=/))(?:_?index|readme)$");

    private final Set<String> roots = new LinkedHashSet<>(Set.of(""));

    /** Learns the folders above a file that a site might call its root. */
    void add(String path) {
        var parts = path.split("/");
        var folder = "";
        for (var index = 0; index < parts.length - 1; index++) {
            folder += parts[index] + "/";
            if (PathId.parts(folder + "x.md").size() > 1) {
                return;
            }
            roots.add(folder);
        }
    }

    /** @param from the file that the link stands in */
    List<String> candidates(String from, String written) {
        var to = decoded(written);
        var candidates = new ArrayList<String>();
        if (to.startsWith("/")) {
            roots.forEach(it -> normal(it + to.substring(1)).ifPresent(candidates::add));
            return candidates;
        }
        var folder = from.substring(0, from.lastIndexOf('/') + 1);
        normal(folder + to).ifPresent(candidates::add);
        normal(PAGE_ENDING.matcher(from).replaceFirst("") + "/" + to).ifPresent(candidates::add);
        roots.forEach(it -> normal(it + to).ifPresent(candidates::add));
        return candidates;
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return written;
        }
    }

    /** Without dots; nothing when it leads out of the folder. */
    private static Optional<String> normal(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** What all ways of addressing one page have in common. */
    static String key(String path) {
        var bare = PAGE_ENDING.matcher(withoutSlashes(path)).replaceFirst("");
        return withoutSlashes(INDEX.matcher(bare).replaceFirst(""))
                .replaceAll("(?<=^|/)_", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String withoutSlashes(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
