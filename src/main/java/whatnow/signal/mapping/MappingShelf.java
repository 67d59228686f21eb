package whatnow.signal.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import whatnow.signal.Refused;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.MoreFormats;

/** The mappings of a folder. A broken one leaves the last good one in force; one that is gone closes its door. */
final class MappingShelf implements MoreFormats {

    private static final Logger LOG = LoggerFactory.getLogger(MappingShelf.class);
    private static final String ENDING = ".yaml";
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_FILES = 100;

    private final Path folder;
    private final Set<String> taken;
    private volatile Shelf shelf = new Shelf(Map.of(), Map.of(), List.of());

    private record Shelf(Map<String, String> texts, Map<String, Format> formats, List<MappingProblem> problems) {}

    /** @param taken names of doors that no file may have */
    MappingShelf(Path folder, Set<String> taken) {
        this.folder = folder;
        this.taken = Set.copyOf(taken);
    }

    @Override
    public List<Format> all() {
        return List.copyOf(shelf.formats().values());
    }

    @Override
    public List<String> troubles() {
        return shelf.problems().stream().map(MappingProblem::sentence).toList();
    }

    @Override
    public Format tried(String name, String text) {
        return switch (MappingReader.read(name + ENDING, name, text, Set.of())) {
            case MappingReader.Taken taken -> taken.format();
            case MappingReader.Wrong wrong ->
                throw Refused.because(
                        HttpStatus.BAD_REQUEST,
                        String.join(
                                "\n",
                                wrong.problems().stream()
                                        .map(MappingProblem::sentence)
                                        .toList()));
        };
    }

    Path folder() {
        return folder;
    }

    /** Looks again. Readers never wait for it. */
    synchronized void refresh() {
        var before = shelf;
        try {
            var texts = texts();
            if (!texts.equals(before.texts())) {
                shelf = read(texts, before);
            }
        } catch (IOException | RuntimeException broken) {
            var problem = new MappingProblem(
                    folder.toString(), 0, "", broken.toString(), "a folder of mappings that can be read");
            shelf = new Shelf(Map.of(), before.formats(), List.of(problem));
        }
        shelf.problems().stream()
                .filter(it -> !before.problems().contains(it))
                .forEach(it -> LOG.warn("A mapping was not taken. {}", it.sentence()));
    }

    private Map<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(ENDING))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList()) {
                if (Files.isRegularFile(file)) {
                    texts.put(String.valueOf(file.getFileName()), text(file));
                }
            }
        }
        return texts;
    }

    /** No more than could be taken, so that a huge file costs no memory. */
    private static String text(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    private Shelf read(Map<String, String> texts, Shelf before) {
        var formats = new TreeMap<String, Format>();
        var problems = new ArrayList<MappingProblem>();
        texts.forEach((file, text) -> {
            var name = file.substring(0, file.length() - ENDING.length());
            switch (MappingReader.read(file, name, text, taken)) {
                case MappingReader.Taken taken -> formats.put(name, taken.format());
                case MappingReader.Wrong wrong -> {
                    problems.addAll(wrong.problems());
                    if (before.formats().containsKey(name)) {
                        formats.put(name, before.formats().get(name));
                    }
                }
            }
        });
        return new Shelf(texts, formats, List.copyOf(problems));
    }
}
