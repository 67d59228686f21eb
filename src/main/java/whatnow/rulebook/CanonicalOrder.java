package whatnow.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which what was said is kept, whatever order the engine found it in. What a rule says of several facts alike
 * it has said once, because of all of them.
 */
final class CanonicalOrder {

    private static final Comparator<Key> BY_WORDS =
            Comparator.comparing(Key::rule).thenComparing(Key::statement).thenComparing(Key::matched);

    /** By rule, then by what it said, then by what it matched. */
    static List<Spoken> of(List<Spoken> spoken) {
        var once = new ArrayList<Spoken>();
        spoken.stream().map(Key::new).sorted(BY_WORDS).map(Key::spoken).forEach(it -> {
            if (!once.isEmpty() && isTheSame(once.getLast(), it)) {
                once.addLast(together(once.removeLast(), it));
            } else {
                once.addLast(it);
            }
        });
        return List.copyOf(once);
    }

    private static boolean isTheSame(Spoken one, Spoken other) {
        return one.rule().equals(other.rule()) && one.statement().equals(other.statement());
    }

    private static Spoken together(Spoken one, Spoken other) {
        return new Spoken(
                one.rule(),
                one.runbook(),
                one.rows(),
                one.owner(),
                one.statement(),
                Stream.concat(one.matched().stream(), other.matched().stream())
                        .distinct()
                        .toList());
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
