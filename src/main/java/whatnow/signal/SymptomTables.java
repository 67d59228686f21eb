package whatnow.signal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import whatnow.incident.SymptomKind;
import whatnow.plan.Urgency;

/**
 * The tables of the book {@code symptoms}: the words that alerts use, row by row. The rules say what follows from a row.
 *
 * <p>They come from the text of the book itself, so that rules and tables are always of one edition.
 */
public final class SymptomTables {

    /** A row as a fact for rules. */
    public sealed interface Fact {

        /**
         * Whether some rule could match it with the alert. A row that could not is kept from the rules, which would weigh
         * hundreds for each alert of a storm.
         */
        boolean mayConcern(Alert alert);
    }

    /** An alert that is known by its whole name. */
    public record KnownName(String name, SymptomKind kind) implements Fact {

        public boolean isOf(Alert alert) {
            return name.equals(alert.name());
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return isOf(alert);
        }
    }

    /** An alert that only proves that its sender lives. */
    public record SignOfLife(String name) implements Fact {

        public boolean isOf(Alert alert) {
            return name.equals(alert.name());
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return isOf(alert);
        }
    }

    /**
     * Words that say together what is wrong. A word that ends in {@code *} stands for all that begin so, {@code not_ready} for
     * two that follow one another, {@code a|b} for either, and {@code <down>} for those of a class.
     *
     * @param line where the row stands: of several that fit the uppermost counts
     * @param ofOne the kind if the alert is about a single instance; empty if that makes no difference
     * @param weight how much they say by themselves
     */
    public record Words(int line, List<String> words, SymptomKind kind, Optional<SymptomKind> ofOne, Weight weight) {

        /** Words to be found, whatever they mean. */
        static Words plain(int line, List<String> words) {
            return new Words(line, words, SymptomKind.OTHER, Optional.empty(), Weight.TELLING);
        }
    }

    /** How much words say by themselves, the most telling first. */
    public enum Weight {
        /** Nothing else can be meant, even if the alert says more. */
        CERTAIN,

        /** They leave no doubt what is wrong. */
        TELLING,

        /** They fit many kinds: what says more, wherever it stands, counts before them. */
        GENERAL,

        /** They only name what is watched, so that they count when nothing else says more. */
        BARE
    }

    /** A row whose words stand in a part of the alert, with the words as they stand there. */
    public record Found(Field field, Words row, List<String> said) implements Fact {

        public boolean isBare() {
            return row.weight() == Weight.BARE;
        }

        public boolean isInName() {
            return field == Field.NAME;
        }

        public boolean isInSummary() {
            return field == Field.SUMMARY;
        }

        public boolean isInDescription() {
            return field == Field.DESCRIPTION;
        }

        public boolean isInExpression() {
            return field == Field.EXPRESSION;
        }

        public boolean isInMetric() {
            return field == Field.METRIC;
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** Words that say that not one of several is meant but all of it, as they stand in a part of the alert. */
    public record Whole(Field field, List<String> said) implements Fact {

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** How soon something of a kind usually hurts. */
    public record Usual(SymptomKind kind, Urgency urgency) {}

    /** A word by which senders say how grave an alert is, as a label has it. */
    public record SenderSays(String word, Urgency urgency) {

        /** Whether a label of the alert has the word. */
        public boolean isOn(Alert alert) {
            return HowSoon.SEVERITY_LABELS.stream()
                    .anyMatch(it -> alert.label(it).equalsIgnoreCase(word));
        }
    }

    /** Words of the alert that say how soon it hurts, as they stand there. */
    public record WordsPress(Field field, Urgency urgency, List<String> said) {}

    /** What a label names. */
    public enum Names {
        SERVICE,
        REGION,
        ZONE,
        INSTANCE,
        METRIC
    }

    /**
     * A label that names something.
     *
     * @param line where the row stands: the upper row counts
     */
    public record LabelRow(int line, String label, Names names) implements Fact {

        public boolean isOn(Alert alert) {
            return alert.has(label);
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return isOn(alert);
        }

        /** Whether it is on the alert and what it says is written as regions and zones are. */
        public boolean namesPlaceOn(Alert alert) {
            return Place.isPlace(alert.label(label));
        }

        /** Whether it names a zone on the alert whose name begins with its region's. */
        public boolean namesRegionOn(Alert alert) {
            return Place.regionOf(alert.label(label)).isPresent();
        }
    }

    /** Words in a service's name that give away a watcher: what it reports is wrong with somebody else. */
    public record Watcher(List<String> words) implements Fact {

        /** Whether it is the watcher that the label names. */
        public boolean isNamedBy(LabelRow row, Alert alert) {
            return allIn(words, Alert.words(alert.label(row.label())));
        }

        /** Whether it is the watcher that the expression asks about. */
        public boolean isNamedBy(Named named) {
            return allIn(words, Alert.words(named.service()));
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** A well-known part that a part of the alert speaks of. */
    public record Subject(Field field, int line, String service) implements Fact {

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** A service that a part of the alert names. */
    public record Named(Field field, String service) implements Fact {

        public boolean isInText() {
            return field != Field.EXPRESSION;
        }

        public boolean isInExpression() {
            return field == Field.EXPRESSION;
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** A part of the alert gives the address of one machine, or asks for what only one machine has. */
    public record Addressed(Field field) implements Fact {

        /** Whether the alert is about it. Behind a summary, a description adds only where it was seen. */
        public boolean isSubjectOf(Alert alert) {
            return field != Field.DESCRIPTION || alert.text(Field.SUMMARY).isBlank();
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    private final List<Fact> rows;
    private final WordList spoken;
    private final WordList measured;
    private final WordList whole;
    private final Parts parts;
    private final HowSoon howSoon;

    SymptomTables(List<Fact> rows, WordList spoken, WordList measured, WordList whole) {
        this(rows, spoken, measured, whole, Parts.NONE, HowSoon.NOTHING);
    }

    SymptomTables(List<Fact> rows, WordList spoken, WordList measured, WordList whole, Parts parts, HowSoon howSoon) {
        this.rows = List.copyOf(rows);
        this.spoken = spoken;
        this.measured = measured;
        this.whole = whole;
        this.parts = parts;
        this.howSoon = howSoon;
    }

    /** With one well-known part, as an example writes it. */
    static SymptomTables ofSubject(List<String> words, String service) {
        return new SymptomTables(
                List.of(),
                WordList.EMPTY,
                WordList.EMPTY,
                WordList.EMPTY,
                Parts.of(List.of(new Parts.Row(Words.plain(0, words), service))),
                HowSoon.NOTHING);
    }

    List<Fact> rows() {
        return rows;
    }

    /** The rows whose words may stand in that part of an alert. */
    WordList words(Field field) {
        return field == Field.EXPRESSION ? measured : spoken;
    }

    WordList whole() {
        return whole;
    }

    Parts parts() {
        return parts;
    }

    HowSoon howSoon() {
        return howSoon;
    }

    private static boolean allIn(List<String> wanted, Set<String> said) {
        for (var word : wanted) {
            if (!isIn(word, said)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(String wanted, Set<String> said) {
        return wanted.endsWith("*")
                ? said.stream().anyMatch(it -> it.startsWith(wanted.substring(0, wanted.length() - 1)))
                : said.contains(wanted);
    }
}
