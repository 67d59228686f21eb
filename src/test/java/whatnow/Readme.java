package whatnow;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import whatnow.testkit.Texts;

/** The commands that the README gives people to copy. */
public final class Readme {

    private static final Path FILE = Path.of("README.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```([a-z ]*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** @param marks what stands behind the opening fence, for example {@code sh tour} */
    public record Block(String marks, String text) {}

    public static List<Block> blocks() {
        return BLOCK.matcher(text())
                .results()
                .map(it -> new Block(it.group(1), it.group(2)))
                .toList();
    }

    /** The blocks marked {@code sh tour}: what a newcomer types, in this order, to a server that has just started. */
    public static List<String> tour() {
        return blocks().stream()
                .filter(it -> it.marks().equals("sh tour"))
                .map(Block::text)
                .toList();
    }

    static String text() {
        return Texts.read(FILE);
    }

    private Readme() {}
}
