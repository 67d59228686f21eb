package whatnow.testkit;

import java.nio.file.Path;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.RuleSources;

/** The rule books that ship with the product, each compiled once for all tests. */
public final class ShippedRules {

    public static final Path FOLDER = Path.of("rules");

    public static RuleBook book(String name) {
        return RuleBook.compile(name, sources(name).text());
    }

    /** Its rules, tables and examples as they are written. */
    public static RuleSources sources(String name) {
        return RuleSources.of(FOLDER.resolve(name));
    }

    private ShippedRules() {}
}
