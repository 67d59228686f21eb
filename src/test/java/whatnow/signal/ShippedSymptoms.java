package whatnow.signal;

import whatnow.rulebook.RuleBook;
import whatnow.testkit.ShippedRules;

/** The reader of signals with the rules and tables that ship with the product. */
public final class ShippedSymptoms {

    static final RuleBook BOOK = ShippedRules.book("symptoms");

    private static final RuleSymptomReader READER = new RuleSymptomReader(() -> BOOK);

    public static SymptomReader reader() {
        return READER;
    }

    private ShippedSymptoms() {}
}
