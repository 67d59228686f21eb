package whatnow.knowledge.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whatnow.knowledge.Library.Problem;
import whatnow.knowledge.imports.ImportShelf.Fate;

/**
 * What an import did and what somebody should look at.
 *
 * @param files every file here by its name, and what became of it
 * @param origins the path in the source that each file was made from
 * @param problems what could not be read as it was meant
 * @param left files of the source of which nothing came over
 * @param guessed articles whose title is only their file's name
 */
public record ImportReport(
        Import.Wish wish,
        Map<String, ImportShelf.Fate> files,
        Map<String, String> origins,
        List<Problem> problems,
        List<String> left,
        List<DeadLink> deadLinks,
        List<String> guessed) {

    private static final int MOST_SHOWN = 20;

    /** @param file in the source, where the link stands */
    public record DeadLink(String file, String to) {}

    /** Whether everything came over as it was asked. Dead links and guessed titles are the source's own. */
    public boolean isWhole() {
        return left.isEmpty() && count(Fate.KEPT) == 0 && count(Fate.DELETED_HERE) == 0;
    }

    /** Whether there was no Markdown at all, which is hardly what was meant. */
    public boolean foundNothing() {
        return origins.isEmpty() && problems.isEmpty();
    }

    public String text() {
        var lines = new ArrayList<String>();
        lines.add((wish.isRehearsal() ? "Would import " : "Imported ") + wish.from() + " into " + wish.into() + ".");
        lines.add(
                "%d files: %d written, %d updated, %d unchanged, %d kept as changed here, %d deleted here and left so, %d gone from the source."
                        .formatted(
                                files.size(),
                                count(Fate.WRITTEN),
                                count(Fate.UPDATED),
                                count(Fate.UNCHANGED),
                                count(Fate.KEPT),
                                count(Fate.DELETED_HERE),
                                count(Fate.GONE)));
        some(lines, "Kept, because they differ from what the last import wrote", named(Fate.KEPT));
        some(lines, "Deleted here and not written again", named(Fate.DELETED_HERE));
        some(lines, "No longer in the source; delete them here if nobody needs them", named(Fate.GONE));
        some(lines, "Left out", left);
        some(
                lines,
                "Read otherwise than meant",
                problems.stream().map(Problem::toString).toList());
        some(
                lines,
                "Links that lead nowhere",
                deadLinks.stream().map(it -> it.file() + ": " + it.to()).toList());
        some(lines, "Titles taken from the file name", guessed);
        return String.join("\n", lines) + "\n";
    }

    /** The same for scripts, with nothing cut short. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("from", wish.from());
        json.put("into", wish.into().toString());
        json.put("dryRun", wish.isRehearsal());
        for (var fate : Fate.values()) {
            json.put(key(fate), named(fate));
        }
        json.put("leftOut", left);
        json.put("problems", problems);
        json.put("deadLinks", deadLinks);
        json.put("titlesGuessed", guessed);
        return json;
    }

    private static String key(Fate fate) {
        return switch (fate) {
            case WRITTEN -> "written";
            case UPDATED -> "updated";
            case UNCHANGED -> "unchanged";
            case KEPT -> "kept";
            case DELETED_HERE -> "deletedHere";
            case GONE -> "gone";
        };
    }

    private long count(Fate fate) {
        return files.values().stream().filter(it -> it == fate).count();
    }

    private List<String> named(Fate fate) {
        return files.entrySet().stream()
                .filter(it -> it.getValue() == fate)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private static void some(List<String> lines, String heading, List<String> all) {
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("%s (%d):".formatted(heading, all.size()));
        all.stream().limit(MOST_SHOWN).forEach(it -> lines.add("  " + it.replaceAll("\\p{Cntrl}", "\uFFFD")));
        if (all.size() > MOST_SHOWN) {
            lines.add("  ... and %d more; --json names all.".formatted(all.size() - MOST_SHOWN));
        }
    }
}
