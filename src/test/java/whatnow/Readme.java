package whatnow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that the README gives people to copy. */
public final class Readme {

    private static final Path FILE = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile("^```(sh(?: [a-z]+)*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** @param marks what stands behind the opening fence, {@code sh} or {@code sh tour} */
    public record Block(String marks, String text) {}

    public static List<Block> blocks() {
        return BLOCK.matcher(text())
                .results()
                .map(it -> new Block(it.group(1), it.group(2)))
                .toList();
    }

    /** All blocks marked {@code sh tour}, in their order: what a newcomer types against a server that has just started. */
    public static String tour() {
        return blocks().stream()
                .filter(it -> it.marks().equals("sh tour"))
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Readme() {}
}
