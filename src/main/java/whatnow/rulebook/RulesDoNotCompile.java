package whatnow.rulebook;

import java.util.List;

/** A rule book that cannot be used; the one in force stays. Each problem names its file and line. */
public final class RulesDoNotCompile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    RulesDoNotCompile(String book, List<String> problems) {
        super("The rule book (%s) does not compile: %s".formatted(book, String.join("; ", problems)));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
