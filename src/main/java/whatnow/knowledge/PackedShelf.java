package whatnow.knowledge;

import java.io.IOException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import whatnow.knowledge.markdown.ArticleReader;

/** The copy that travels in the jar, for a machine that has no clone. */
final class PackedShelf implements Shelf {

    private static final String FOLDER = "knowledge-base/";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    @Override
    public SortedMap<String, String> look() throws IOException {
        var files = new TreeMap<String, String>();
        for (var resource : resources.getResources("classpath*:" + FOLDER + "**/*.md")) {
            var path = path(resource);
            if (FolderShelf.isArticle(path.substring(path.lastIndexOf('/') + 1))) {
                files.put(path, "packed");
            }
        }
        return files;
    }

    @Override
    public SortedSet<String> files() {
        var files = new TreeSet<String>();
        try {
            for (var resource : resources.getResources("classpath*:" + FOLDER + "**/*.*")) {
                var path = path(resource);
                if (Attachment.isOne(path.substring(path.lastIndexOf('/') + 1))) {
                    files.add(path);
                }
            }
        } catch (IOException _) {
            return files;
        }
        return files;
    }

    @Override
    public byte[] readFile(String path) throws IOException {
        return read(path, Attachment.MOST_BYTES + 1);
    }

    @Override
    public byte[] read(String path) throws IOException {
        return read(path, ArticleReader.MOST_BYTES + 1);
    }

    private byte[] read(String path, int most) throws IOException {
        try (var in = resources.getResource("classpath:" + FOLDER + path).getInputStream()) {
            return in.readNBytes(most);
        }
    }

    @Override
    public String name() {
        return "the packed copy";
    }

    @Override
    public boolean changes() {
        return false;
    }

    private static String path(Resource resource) throws IOException {
        var url = resource.getURL().toString();
        return url.substring(url.lastIndexOf("/" + FOLDER) + 1 + FOLDER.length());
    }
}
