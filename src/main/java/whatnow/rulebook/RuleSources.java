package whatnow.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of a book: rules, tables and examples, from a folder or from the copy packed in the jar. */
public final class RuleSources {

    private static final String RULES = ".drl";
    private static final String TABLE = ".csv";
    private static final String EXAMPLES = ".examples.yaml";

    private final SortedMap<String, String> files;

    private RuleSources(SortedMap<String, String> files) {
        this.files = files;
    }

    /** Reads {@code folder}; no sub-folders. */
    public static RuleSources of(Path folder) {
        try (var found = Files.list(folder)) {
            var files = new TreeMap<String, String>();
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (isOurs(name)) {
                    files.put(name, Files.readString(file));
                }
            }
            return new RuleSources(files);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The rules in (%s) cannot be read. Check that the folder exists and may be read."
                            .formatted(folder.toAbsolutePath()),
                    e);
        }
    }

    /** Reads the packed copy of a book, {@code rules/<name>/} on the class path. */
    public static RuleSources packed(String name) {
        try {
            var files = new TreeMap<String, String>();
            var resolver = new PathMatchingResourcePatternResolver(RuleSources.class.getClassLoader());
            for (var resource : resolver.getResources("classpath*:rules/" + name + "/*.*")) {
                var file = String.valueOf(resource.getFilename());
                if (isOurs(file)) {
                    files.put(file, resource.getContentAsString(StandardCharsets.UTF_8));
                }
            }
            return new RuleSources(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The rules packed in the jar (%s) cannot be read.".formatted(name), e);
        }
    }

    /** Rules and tables: what a decision depends on. */
    public SortedMap<String, String> text() {
        return having(RULES, TABLE);
    }

    /** Examples by the name of their file. */
    public SortedMap<String, String> examples() {
        return having(EXAMPLES);
    }

    boolean isEmpty() {
        return text().isEmpty();
    }

    /** Editors leave hidden files and copies beside what they edit. */
    private static boolean isOurs(String file) {
        return !file.startsWith(".") && List.of(RULES, TABLE, EXAMPLES).stream().anyMatch(file::endsWith);
    }

    private SortedMap<String, String> having(String... endings) {
        var chosen = new TreeMap<String, String>();
        files.forEach((name, text) -> {
            for (var ending : endings) {
                if (name.endsWith(ending)) {
                    chosen.put(name, text);
                }
            }
        });
        return chosen;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSources it && it.files.equals(files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }
}
