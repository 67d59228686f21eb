package whatnow.knowledge.foreign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An article id made from a path and from nothing else, so that the same file keeps its id whatever lies
 * beside it.
 */
public final class PathId {

    /** Folders that every site of its kind has and that tell nobody anything. */
    private static final Set<String> BOILERPLATE =
            Set.of("content", "docs", "_docs", "doc", "source", "src", "pages", "site", "apps", "en", "_posts");

    /** Names that mean "what stands in this folder". */
    private static final Set<String> INDEX = Set.of("index", "_index", "readme", "home");

    /** Names that Windows keeps for devices. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(?:com|lpt)[0-9]");

    private static final Pattern ENDING =
            Pattern.compile("(?i)(?:\\.html)?\\.(?:md|markdown|mkd|mdown|mdx|qmd|rmd)(?:\\.erb)?$");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGE = Pattern.compile("^-|-$");

    private static final int LONGEST = 100;

    public static boolean isMarkdown(String fileName) {
        return ENDING.matcher(fileName).find();
    }

    /** The parts of the path that say something, the last one without its ending. */
    public static List<String> parts(String path) {
        var parts =
                new ArrayList<>(List.of(ENDING.matcher(path).replaceFirst("").split("/")));
        while (parts.size() > 1 && BOILERPLATE.contains(parts.getFirst().toLowerCase(Locale.ROOT))) {
            parts.removeFirst();
        }
        if (parts.size() > 1 && INDEX.contains(parts.getLast().toLowerCase(Locale.ROOT))) {
            parts.removeLast();
        }
        return parts;
    }

    /** @param prefix a slug to begin with, or empty */
    static String of(String prefix, String path) {
        var words = parts(path).stream()
                .map(PathId::slug)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("-"));
        var id = prefix.isEmpty() || words.isEmpty() ? prefix + words : prefix + "-" + words;
        if (id.isEmpty() || DEVICE.matcher(id).matches()) {
            return told(id.isEmpty() ? "article" : id, prefix + path);
        }
        return id.length() > LONGEST ? told(id, prefix + path) : id;
    }

    /** The id when another path wants the same one. */
    public static String told(String id, String path) {
        var end = "-" + hash(path);
        var start = id.substring(0, Math.min(id.length(), LONGEST - end.length()));
        return start.replaceFirst("-+$", "") + end;
    }

    /** Words of a name in small letters with hyphens; humps are words too. */
    public static String slug(String name) {
        var humps = HUMP.matcher(name).replaceAll("-");
        var words = OTHER.matcher(humps.toLowerCase(Locale.ROOT)).replaceAll("-");
        return EDGE.matcher(words).replaceAll("");
    }

    private static String hash(String path) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 4);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256; this one does not.", missing);
        }
    }

    private PathId() {}
}
