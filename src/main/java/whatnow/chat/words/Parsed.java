package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a clause names and what it says of it.
 *
 * @param isBare it only names things, so that what is said next is said of them too
 * @param isOfOthers it speaks of something that nobody knows, and so not of what was named before
 */
record Parsed(
        List<Thing> things,
        List<Predicate> predicates,
        Set<Meaning> marks,
        Optional<Double> percent,
        boolean isBare,
        boolean isOfOthers) {

    static final Parsed NOTHING = new Parsed(List.of(), List.of(), Set.of(), Optional.empty(), false, false);

    /**
     * Something that is named, by plans or in general.
     *
     * @param name empty where several are called so
     * @param isPlace it only says where: {@code in us-east-1}
     */
    record Thing(Optional<Names.Kind> kind, Optional<Meaning> general, Optional<String> name, boolean isPlace) {

        boolean is(Names.Kind wanted) {
            return kind.filter(it -> it == wanted).isPresent();
        }

        boolean is(Meaning wanted) {
            return general.filter(it -> it == wanted).isPresent();
        }
    }

    /** @param at the place of its first word */
    record Predicate(Meaning meaning, boolean isDenied, int at) {}

    /** What it says is over; only what it names goes on. */
    static Parsed onlyNaming(List<Thing> things) {
        return new Parsed(List.copyOf(things), List.of(), Set.of(), Optional.empty(), !things.isEmpty(), false);
    }

    boolean hasThings() {
        return !things.isEmpty();
    }

    boolean names(Meaning general) {
        return things.stream().anyMatch(it -> it.is(general));
    }

    /** What is said cannot stand without a name. */
    boolean needsAThing() {
        return predicates.stream().anyMatch(it -> it.meaning().needsAThing());
    }

    /** A correction names another thing or another amount; the rest is as it was said before. */
    Parsed insteadOf(Parsed said) {
        return predicates.isEmpty()
                ? new Parsed(hasThings() ? things : said.things(), said.predicates(), marks, percent, false, false)
                : this;
    }

    /** Data is corrupt or gone, and the clause does not say whose. */
    boolean isOfDataOfNothing() {
        return things.isEmpty() && predicates.stream().anyMatch(Parsed::isOfCorruption);
    }

    List<Thing> databases(Names names) {
        return things.stream()
                .filter(it -> it.is(Meaning.DATABASE)
                        || it.is(Names.Kind.SERVICE)
                                && it.name().isPresent()
                                && it.name().equals(names.database()))
                .toList();
    }

    private static boolean isOfCorruption(Predicate it) {
        return it.meaning() == Meaning.CORRUPT || it.meaning() == Meaning.FIRST_BAD_WRITE;
    }

    /** The same said of what an earlier clause named. */
    Parsed about(List<Thing> earlier) {
        return new Parsed(earlier, predicates, marks, percent, isBare, isOfOthers);
    }

    Parsed and(Parsed other) {
        var all = new ArrayList<>(things);
        all.addAll(other.things());
        return new Parsed(List.copyOf(all), predicates, marks, percent, isBare, isOfOthers);
    }
}
