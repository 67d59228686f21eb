package whatnow.testkit;

import java.nio.file.Path;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.RuleSources;

/** The rule books that ship with the product, each compiled once for all tests. */
public final class ShippedRules {

    private static final Path FOLDER = Path.of("rules");

    public static RuleBook book(String name) {
        return RuleBook.compile(name, RuleSources.of(FOLDER.resolve(name)).text());
    }

    private ShippedRules() {}
}
