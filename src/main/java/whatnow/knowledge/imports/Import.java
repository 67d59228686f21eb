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
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Import(Source source, Wish wish) {
        this.source = source;
        this.wish = wish;
    }

    public static ImportReport run(Source source, Wish wish) throws IOException {
        return new Import(source, wish).run();
    }

    private ImportReport run() throws IOException {
        var folder = Foreign.read(source, wish.name());
        problems.addAll(folder.problems());
        var places = new Places(folder, wish.name());
        var written = new TreeMap<String, String>();
        for (var page : folder.pages()) {
            var name = Places.file(page.article());
            files.put(name, bytes(page, places));
            written.put(name, page.article().path());
        }
        places.used().forEach((path, name) -> attach(path, name, written));
        var shelf = new ImportShelf(wish.into());
        var fates = shelf.put(files, wish.isRehearsal());
        return new ImportReport(wish, fates, written, problems, left(folder), deadLinks, guessed(folder));
    }

    private byte[] bytes(Page page, Places places) {
        var relinked = Relinking.of(page.article(), places);
        relinked.dead().forEach(it -> deadLinks.add(new DeadLink(page.article().path(), it)));
        return relinked.text().getBytes(StandardCharsets.UTF_8);
    }

    private void attach(String path, String name, Map<String, String> written) {
        try {
            var bytes = source.read(path, Places.LARGEST_ATTACHMENT);
            if (bytes.length > Places.LARGEST_ATTACHMENT) {
                problems.add(new Problem(path, 1, "The file is too large and left out.", "at most 10 MiB"));
                return;
            }
            files.put(name, bytes);
            written.put(name, path);
        } catch (IOException _) {
            problems.add(new Problem(path, 1, "The file cannot be read.", "one that this process may read"));
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
