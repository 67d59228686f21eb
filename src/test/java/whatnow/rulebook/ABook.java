package whatnow.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A small book about lamps on disk, for tests that must not depend on the rules that ship. */
public final class ABook {

    static final String NAME = "lamps";

    static final RuleLanguage LANGUAGE = new RuleLanguage(List.of(NAME), ABook::facts, LampProposals::new);

    static final String RULE = """
            package rules.lamps

            import whatnow.rulebook.ABook.Lamp

            global whatnow.rulebook.ABook.LampProposals proposals

            // A dark room is where people fall.
            rule "A lamp is out"
                @Runbook(lamps#change)
                @Rows(S1-01)
                @Owner(caretaker)
            when
                Lamp( !lit )
            then
                proposals.change("bulb");
            end
            """;

    static final String EXAMPLES = """
            A lamp is out:
              fires when:
                - the hall is dark:
                    lamp: {lit: false}
              stays quiet when:
                - the hall is bright:
                    lamp: {lit: true}
            """;

    private final Path root;

    /** What the rules see. */
    public record Lamp(boolean lit) {}

    /** What the rules may say. */
    public static final class LampProposals {

        private final Consumer<Object> said;

        LampProposals(Consumer<Object> said) {
            this.said = said;
        }

        public void change(String part) {
            said.accept(part);
        }
    }

    private ABook(Path root) {
        this.root = root;
    }

    static ABook in(Path root) {
        return new ABook(root).rules(RULE).examples(EXAMPLES);
    }

    ABook rules(String text) {
        return write("lamps.drl", text);
    }

    ABook examples(String text) {
        return write("lamps.examples.yaml", text);
    }

    Path root() {
        return root;
    }

    BookTrial trial() {
        return BookTrial.of(NAME, RuleSources.of(root.resolve(NAME)), LANGUAGE, _ -> true);
    }

    private ABook write(String file, String text) {
        try {
            Files.writeString(Files.createDirectories(root.resolve(NAME)).resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> facts(Map<String, Object> written) {
        return written.entrySet().stream()
                .map(it -> {
                    if (!it.getKey().equals("lamp")) {
                        throw new IllegalArgumentException("there is no kind of fact (%s)".formatted(it.getKey()));
                    }
                    return (Object) new Lamp("true".equals(((Map<?, ?>) it.getValue()).get("lit")));
                })
                .toList();
    }
}
