package whatnow.knowledge.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library.Problem;
import whatnow.knowledge.markdown.ArticleReader;

/**
 * Reads a folder of Markdown as it is found: with any front matter or none, made for Hugo, MkDocs,
 * Docusaurus, Jekyll or nothing. A file that cannot be read is named and left out; no folder is refused.
 */
public final class Foreign {

    /** More in one folder is a mistake, or an attack. */
    static final int MOST_FILES = 5_000;

    static final long MOST_BYTES = 200L * 1024 * 1024;

    /**
     * What was found.
     *
     * @param pages in the order of their paths
     * @param attachments everything else in the folder, by path
     * @param problems what was left out or could not be read as it was meant
     */
    public record Folder(List<Page> pages, List<String> attachments, List<Problem> problems) {

        public Folder {
            pages = List.copyOf(pages);
            attachments = List.copyOf(attachments);
            problems = List.copyOf(problems);
        }

        public List<Article> articles() {
            return pages.stream().map(Page::article).toList();
        }
    }

    /**
     * One file as an article. Its text is the converted one, with our front matter: whoever reads it with the
     * ordinary reader gets the same article.
     *
     * @param isTitleGuessed nothing in the file says its title, so the name of the file does
     */
    public record Page(Article article, boolean isTitleGuessed) {}

    private final Source source;
    private final String prefix;
    private final List<Page> pages = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ArticleId, String> taken = new TreeMap<>();
    private long bytes;

    private Foreign(Source source, String prefix) {
        this.source = source;
        this.prefix = prefix;
    }

    public static Folder read(Path folder) {
        return read(folder(folder), "");
    }

    /** A folder on this machine. */
    public static Source folder(Path folder) {
        return new FolderSource(folder);
    }

    /** @param prefix what the ids of all articles begin with, a slug, or empty */
    public static Folder read(Source source, String prefix) {
        try {
            return new Foreign(source, prefix).read(source.look());
        } catch (IOException unreadable) {
            var problem = new Problem(".", 1, said(unreadable, "The folder cannot be read."), "a readable folder");
            return new Folder(List.of(), List.of(), List.of(problem));
        }
    }

    private Folder read(Source.Contents found) {
        problems.addAll(found.problems());
        if (found.markdown().size() > MOST_FILES) {
            problems.add(new Problem(
                    ".",
                    1,
                    "There are %d files; the first %d are read."
                            .formatted(found.markdown().size(), MOST_FILES),
                    "at most %d".formatted(MOST_FILES)));
        }
        var titles = NavigationTitles.in(source, found.others());
        found.markdown().stream().limit(MOST_FILES).forEach(it -> read(it, titles.getOrDefault(it, "")));
        return new Folder(pages, List.copyOf(found.others()), problems);
    }

    private void read(String path, String navigationTitle) {
        try {
            var raw = RawFile.read(source, path, ArticleReader.MOST_BYTES);
            bytes += raw.length();
            if (bytes > MOST_BYTES) {
                problems.add(new Problem(path, 1, "The folder is too large; this file is left out.", "at most 200 MB"));
                return;
            }
            var making = new PageMaking(path, prefix, navigationTitle, raw);
            making.page(this::free).ifPresent(pages::add);
            making.remarks().forEach(it -> problems.add(new Problem(path, it.line(), it.what(), it.expected())));
        } catch (IOException unreadable) {
            problems.add(new Problem(
                    path,
                    1,
                    said(unreadable, "The file cannot be read."),
                    "a file this process may read, at most 1 MiB"));
        }
    }

    private static String said(IOException unreadable, String otherwise) {
        return unreadable instanceof RawFile.Refused refused ? refused.why() : otherwise;
    }

    /** Two paths that make one id are told apart by the path itself, the later one. */
    private ArticleId free(String wanted, String path) {
        var id = new ArticleId(wanted);
        if (taken.putIfAbsent(id, path) == null) {
            return id;
        }
        var told = new ArticleId(PathId.told(wanted, path));
        taken.put(told, path);
        return told;
    }
}
