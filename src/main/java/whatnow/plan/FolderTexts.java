package whatnow.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plans in a folder: {@code <plan>/plan.yaml} and {@code defaults.yaml}. */
record FolderTexts(Path folder) implements PlanTexts {

    @Override
    public List<PlanText> read() throws IOException {
        var texts = new ArrayList<PlanText>();
        try (var children = Files.list(folder)) {
            for (var child : children.sorted().toList()) {
                var file = child.resolve("plan.yaml");
                if (Files.isRegularFile(file)) {
                    texts.add(text(String.valueOf(child.getFileName()), file));
                }
            }
        }
        var defaults = folder.resolve(PlanText.DEFAULTS + ".yaml");
        if (Files.isRegularFile(defaults)) {
            texts.add(text(PlanText.DEFAULTS, defaults));
        }
        return texts;
    }

    /** Reads no more than could be taken, so that a huge file costs no memory. */
    private static PlanText text(String plan, Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes(4 * (SafeYaml.MOST_CHARACTERS + 1));
            return new PlanText(plan, file.toString(), new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
