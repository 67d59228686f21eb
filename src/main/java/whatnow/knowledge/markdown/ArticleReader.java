package whatnow.knowledge.markdown;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import whatnow.knowledge.Article;
import whatnow.knowledge.Section;

/** Makes an article from the bytes of its file. */
public final class ArticleReader {

    /** More than any article needs, and what the parser is known to handle in half a second. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_HEADINGS = 500;

    /**
     * Never fails: what cannot be read is said so.
     *
     * @param path below the folder of the library, with forward slashes
     */
    public static Reading read(String path, byte[] bytes) {
        try {
            return read(path, text(bytes), sha256(bytes));
        } catch (Unreadable unreadable) {
            return new Reading.Broken(unreadable.reason());
        }
    }

    /** The text with an empty line for each line of front matter, so that line numbers are those of the file. */
    public static String body(String text) {
        var lines = lines(text);
        try {
            return body(lines, FrontMatterReader.read(lines).lines());
        } catch (Unreadable _) {
            return text;
        }
    }

    /** The id that a heading of these words gets. */
    public static String headingId(String words) {
        return HeadingId.slug(words);
    }

    private static Reading read(String path, String text, String sha256) throws Unreadable {
        var lines = lines(text);
        var head = FrontMatterReader.read(lines);
        var body = body(lines, head.lines());
        var remarks = new ArrayList<>(head.remarks());
        if (Markdown.isTooDense(body)) {
            throw new Unreadable(
                    head.lines() + 1,
                    "The article has more than %d line ends, brackets, stars and other marks."
                            .formatted(Markdown.MOST_MARKS),
                    "an article that people read; data belongs into a file beside it");
        }
        var document = Markdown.parse(body);
        var sections = sections(document, body, remarks);
        if (sections.isEmpty()) {
            throw new Unreadable(head.lines() + 1, "The article has no heading.", "a line with # and the title");
        }
        var links = LinkReader.read(document);
        var article = new Article(head.id().orElseThrow(), head.frontMatter(), path, text, sections, links, sha256);
        return new Reading.Read(article, List.copyOf(remarks));
    }

    private static List<Section> sections(Node document, String body, List<Remark> remarks) throws Unreadable {
        var headings = headings(document);
        if (headings.size() > MOST_HEADINGS) {
            throw new Unreadable(
                    Markdown.line(headings.get(MOST_HEADINGS)), "The article has too many headings.", "at most 500");
        }
        var lines = lines(body);
        var seen = new TreeMap<String, Integer>();
        var sections = new ArrayList<Section>();
        for (var index = 0; index < headings.size(); index++) {
            var heading = headings.get(index);
            var id = HeadingId.of(heading).value();
            var line = Markdown.line(heading);
            var wanted = HeadingId.of(heading).wanted();
            var first = seen.putIfAbsent(wanted, line);
            if (first != null) {
                remarks.add(new Remark(
                        line,
                        "The heading id (%s) stands already in line %d; this one is %s.".formatted(wanted, first, id),
                        "an id once"));
            }
            var text = String.join("\n", lines.subList(lastLine(heading), end(headings, index, lines.size())));
            var steps = StepReader.read(heading, body, remarks);
            sections.add(
                    new Section(id, Markdown.plain(heading).strip(), heading.getLevel(), text.strip(), line, steps));
        }
        return sections;
    }

    /** How many lines there are before the section ends. */
    private static int end(List<Heading> headings, int index, int all) {
        var level = headings.get(index).getLevel();
        return headings.subList(index + 1, headings.size()).stream()
                .filter(it -> it.getLevel() <= level || level == 1)
                .findFirst()
                .map(it -> Markdown.line(it) - 1)
                .orElse(all);
    }

    private static int lastLine(Heading heading) {
        return heading.getSourceSpans().getLast().getLineIndex() + 1;
    }

    private static List<Heading> headings(Node document) {
        var headings = new ArrayList<Heading>();
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                headings.add(heading);
            }
        }
        return headings;
    }

    private static String text(byte[] bytes) throws Unreadable {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable(1, "The file has %d bytes.".formatted(bytes.length), "at most 1 MiB");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replaceFirst("^\uFEFF", "")
                    .replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .replace('\0', '\uFFFD');
        } catch (CharacterCodingException _) {
            throw new Unreadable(1, "The file is not UTF-8.", "UTF-8 text");
        }
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static String body(List<String> lines, int frontMatter) {
        return "\n".repeat(frontMatter) + String.join("\n", lines.subList(frontMatter, lines.size()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256; this one does not.", missing);
        }
    }

    private ArticleReader() {}
}
