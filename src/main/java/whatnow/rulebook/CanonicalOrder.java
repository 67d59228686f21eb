package whatnow.rulebook;

import java.util.Comparator;
import java.util.List;

/** The order in which what was said is kept, whatever order the engine found it in. */
final class CanonicalOrder {

    private static final Comparator<Key> BY_WORDS =
            Comparator.comparing(Key::rule).thenComparing(Key::statement).thenComparing(Key::matched);

    /** By rule, then by what it said, then by what it matched. */
    static List<Spoken> of(List<Spoken> spoken) {
        return spoken.stream().map(Key::new).sorted(BY_WORDS).map(Key::spoken).toList();
    }

    /** Words are made when they are first compared, and once: most rules speak only once. */
    private static final class Key {

        private final Spoken spoken;
        private String statement = "";
        private String matched = "";

        Key(Spoken spoken) {
            this.spoken = spoken;
        }

        Spoken spoken() {
            return spoken;
        }

        String rule() {
            return spoken.rule();
        }

        String statement() {
            if (statement.isEmpty()) {
                statement = spoken.statement().toString();
            }
            return statement;
        }

        String matched() {
            if (matched.isEmpty()) {
                matched = spoken.matched().toString();
            }
            return matched;
        }
    }

    private CanonicalOrder() {}
}
