package whatnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.incident.SymptomKind;

/** What people say that alerts mean, by the alerts' ids. */
record KindLabels(Map<String, Label> byId) {

    /** @param also a second kind that would do */
    record Label(SymptomKind kind, Optional<SymptomKind> also) {}

    static KindLabels of(Path file) throws IOException {
        var byId = new LinkedHashMap<String, Label>();
        try {
            var lines = Files.readAllLines(file);
            for (var at = 0; at < lines.size(); at++) {
                var line = lines.get(at);
                if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("id,kind")) {
                    var cells = line.split(",", -1);
                    if (cells.length < 2) {
                        throw wrong(file, at + 1, line, "id,kind");
                    }
                    byId.put(cells[0].strip(), label(file, at + 1, cells));
                }
            }
        } catch (NoSuchFileException missing) {
            throw new IOException("%s does not exist; expected a file with id,kind a line.".formatted(file), missing);
        }
        return new KindLabels(byId);
    }

    private static Label label(Path file, int line, String[] cells) throws IOException {
        var kind = kind(cells[1]).orElseThrow(() -> wrong(file, line, cells[1], "a kind of symptom"));
        return new Label(kind, cells.length > 2 ? kind(cells[2]) : Optional.empty());
    }

    private static Optional<SymptomKind> kind(String name) {
        return Stream.of(SymptomKind.values())
                .filter(it -> it.name().equals(name.strip()))
                .findFirst();
    }

    private static IOException wrong(Path file, int line, String was, String expected) {
        return new IOException("%s:%d: found (%s); expected %s.".formatted(file, line, was, expected));
    }
}
