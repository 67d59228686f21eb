package whatnow.chat.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a clause names and what it says of it.
 *
 * @param isDenied it says no of what another clause says: {@code us-east-1a still isn't}
 * @param isBare it only names things, so that what is said next is said of them too
 * @param isOfOthers it speaks of something that nobody knows, and so not of what was named before
 */
record Parsed(
        List<Thing> things,
        List<Predicate> predicates,
        Set<Cue> cues,
        Amounts amounts,
        boolean isDenied,
        boolean isBare,
        boolean isOfOthers) {

    private static final Set<Claim> TROUBLE = EnumSet.of(Claim.ERRORS, Claim.SLOW, Claim.LAG, Claim.FAILING);

    static final Parsed NOTHING = new Parsed(List.of(), List.of(), Set.of(), Amounts.NONE, false, false, false);

    boolean is(Cue cue) {
        return cues.contains(cue);
    }

    boolean hasThings() {
        return !things.isEmpty();
    }

    boolean saysSomething() {
        return !predicates.isEmpty();
    }

    boolean names(Topic topic) {
        return things.stream().anyMatch(it -> it.is(topic));
    }

    boolean names(Names.Kind kind) {
        return things.stream().anyMatch(it -> it.is(kind));
    }

    boolean says(Claim claim) {
        return predicates.stream().anyMatch(it -> it.claim() == claim);
    }

    Optional<Topic> part() {
        return List.of(Topic.BACKUP, Topic.STANDBY, Topic.REPLICA, Topic.ARCHIVE).stream()
                .filter(this::names)
                .findFirst();
    }

    /** All that is said is denied; also where nothing is. */
    boolean isAllDenied() {
        return predicates.stream().allMatch(Predicate::isDenied);
    }

    /** It says that something goes wrong, in a way that may come to an end. */
    boolean saysTrouble() {
        return saysSomething() && predicates.stream().allMatch(it -> TROUBLE.contains(it.claim()) && it.isSo());
    }

    /** What is said cannot stand without a name. */
    boolean needsAThing() {
        return predicates.stream().anyMatch(it -> it.claim().needsAThing());
    }

    /** It says where and not what: {@code fine in us-west-2}. */
    boolean namesOnlyPlaces() {
        return hasThings()
                && things.stream()
                        .allMatch(it -> it.isPlace()
                                && !it.is(Names.Kind.SERVICE)
                                && it.general().isEmpty());
    }

    /** What is named stands behind what is said: {@code errors on api}. */
    boolean namesAfterSaying() {
        return hasThings()
                && saysSomething()
                && things.getFirst().at() > predicates.getFirst().at();
    }

    /** Saved data is gone. */
    boolean isOfLostData() {
        return says(Claim.LOST_DATA)
                || names(Topic.DATA) && (says(Claim.LOST) || says(Claim.GONE) || says(Claim.DELETED));
    }

    List<Thing> databases(Names names) {
        return things.stream()
                .filter(it -> it.is(Topic.DATABASE)
                        || it.is(Names.Kind.SERVICE)
                                && it.names()
                                        .equals(names.database().map(Set::of).orElse(Set.of())))
                .toList();
    }

    Parsed about(List<Thing> others) {
        return with(others.stream().map(Thing::before).toList());
    }

    Parsed and(List<Thing> others) {
        var all = new ArrayList<>(others.stream().map(Thing::before).toList());
        all.addAll(things);
        return with(List.copyOf(all));
    }

    private Parsed with(List<Thing> others) {
        return new Parsed(others, predicates, cues, amounts, isDenied, isBare, isOfOthers);
    }

    /** The same is said of what this names. */
    Parsed saying(List<Predicate> others) {
        return new Parsed(things, others, cues, amounts, isDenied, isBare, isOfOthers);
    }

    Parsed withAmounts(Amounts others) {
        return new Parsed(things, predicates, cues, others, isDenied, isBare, isOfOthers);
    }

    List<Predicate> opposite() {
        return predicates.stream().map(Predicate::opposite).toList();
    }

    /** A correction names another thing or another amount; the rest is as it was said before. */
    Parsed insteadOf(Parsed said) {
        return saysSomething()
                ? this
                : new Parsed(
                        hasThings() ? things : said.things(),
                        said.predicates().stream()
                                .map(it -> said.says(Claim.DOWN) && isDenied ? it.opposite() : it)
                                .toList(),
                        cues,
                        said.amounts().correctedBy(amounts),
                        false,
                        false,
                        false);
    }
}
