package whatnow.knowledge.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whatnow.knowledge.Library.Problem;
import whatnow.knowledge.foreign.Foreign;
import whatnow.knowledge.foreign.Foreign.Page;
import whatnow.knowledge.foreign.Source;
import whatnow.knowledge.imports.ImportReport.DeadLink;

/** One import: read, relinked, compared with what lies there, written. */
public final class Import {

    /**
     * @param from the folder or repository, as it is shown to people
     * @param name what the ids of the articles begin with
     * @param into the folder to write to
     * @param isRehearsal nothing is written
     */
    public record Wish(String from, String name, Path into, boolean isRehearsal) {}

    private final Source source;
    private final Wish wish;
    private final List<DeadLink> deadLinks = new ArrayList<>();
    private final Map<String, String> origins = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Import(Source source, Wish wish) {
        this.source = source;
        this.wish = wish;
    }

    public static ImportReport run(Source source, Wish wish) throws IOException {
        return new Import(source, wish).run();
    }

    private ImportReport run() throws IOException {
        var shelf = new ImportShelf(wish.into(), wish.isRehearsal());
        var folder = Foreign.read(source, wish.name());
        problems.addAll(folder.problems());
        var whereabouts = new Whereabouts(folder, wish.name());
        for (var page : folder.pages()) {
            put(shelf, page.article().path(), Whereabouts.file(page.article()), bytes(page, whereabouts));
        }
        for (var attachment : whereabouts.used().entrySet()) {
            attach(shelf, attachment.getKey(), attachment.getValue());
        }
        return new ImportReport(wish, shelf.close(), origins, problems, left(folder), deadLinks, guessed(folder));
    }

    private void put(ImportShelf shelf, String path, String name, byte[] bytes) throws IOException {
        shelf.put(name, bytes);
        origins.put(name, path);
    }

    private byte[] bytes(Page page, Whereabouts whereabouts) {
        var relinked = Relinking.of(page.article(), whereabouts);
        relinked.dead().forEach(it -> deadLinks.add(new DeadLink(page.article().path(), it)));
        return relinked.text().getBytes(StandardCharsets.UTF_8);
    }

    private void attach(ImportShelf shelf, String path, String name) throws IOException {
        byte[] bytes;
        try {
            bytes = source.read(path, Whereabouts.LARGEST_ATTACHMENT);
        } catch (IOException _) {
            problems.add(new Problem(path, 1, "The file cannot be read.", "one that this process may read"));
            return;
        }
        if (bytes.length > Whereabouts.LARGEST_ATTACHMENT) {
            problems.add(new Problem(path, 1, "The file is too large and left out.", "at most 10 MiB"));
        } else {
            put(shelf, path, name, bytes);
        }
    }

    /** Files of which nothing came over. */
    private List<String> left(Foreign.Folder folder) {
        var read = folder.pages().stream().map(it -> it.article().path()).collect(Collectors.toSet());
        return problems.stream()
                .map(Problem::file)
                .filter(it -> !read.contains(it))
                .distinct()
                .toList();
    }

    private static List<String> guessed(Foreign.Folder folder) {
        return folder.pages().stream()
                .filter(Page::isTitleGuessed)
                .map(it -> "%s: %s".formatted(it.article().path(), it.article().title()))
                .toList();
    }
}
