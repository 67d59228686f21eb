package whatnow.chat.words;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Completes a clause with what was named or said before it. */
final class Completion {

    private static final Set<Claim> OF_DATA = EnumSet.of(Claim.CORRUPT, Claim.GARBLED, Claim.FIRST_BAD_WRITE);
    private static final Set<String> LISTING = Set.of("and", "or", ",", "nor", "/", "plus");

    private static final Set<String> OTHERS =
            Set.of("other", "another", "next", "second", "third", "last", "remaining", "any", "no", "each", "every");

    private final Context context;
    private final Clause clause;
    private final Parsed parsed;

    private Completion(Context context, Clause clause, Parsed parsed) {
        this.context = context;
        this.clause = clause;
        this.parsed = parsed;
    }

    static Parsed of(Context context, Clause clause, Parsed parsed) {
        var completion = new Completion(context, clause, parsed);
        return parsed.saysSomething() ? completion.withThings() : completion.again();
    }

    /** {@code auth and api are down}: both are; {@code api is slow and throws errors}: the same api. */
    private Parsed withThings() {
        var whole = isInherited() ? parsed.saying(parsed.opposite()) : parsed;
        if (parsed.predicates().stream().allMatch(it -> OF_DATA.contains(it.claim()))) {
            return ofData(whole);
        }
        if (!parsed.hasThings()) {
            return withoutThings(whole);
        }
        if (isOfTheSamePlace()) {
            return whole.and(samePlace());
        }
        if (parsed.says(Claim.FLOWS) && parsed.part().isEmpty()) {
            return whole.and(context.about().things().stream()
                    .filter(Thing::isPartOfADatabase)
                    .toList());
        }
        return saysOnlyWhere() ? whole.and(ofServices()) : whole.and(listed());
    }

    /** {@code the zone is back}, but not {@code the other zones}. */
    private boolean isOfTheSamePlace() {
        return parsed.things().size() == 1
                && parsed.things().stream()
                        .filter(it -> it.is(Topic.ZONE) || it.is(Topic.REGION))
                        .anyMatch(it -> !isOther(it.at()));
    }

    private boolean isOther(int at) {
        var isPlural = clause.items().get(at).text().endsWith("s");
        return isPlural || at > 0 && OTHERS.contains(clause.items().get(at - 1).text());
    }

    /** {@code we lost us-east-1c an hour ago, the zone is back}. */
    private List<Thing> samePlace() {
        var kind = parsed.names(Topic.ZONE) ? Names.Kind.ZONE : Names.Kind.REGION;
        return context.about().things().stream()
                .filter(it -> it.is(kind))
                .map(Thing::unplaced)
                .toList();
    }

    private Parsed withoutThings(Parsed whole) {
        var isOfReplica = parsed.says(Claim.REPLAYED) || parsed.says(Claim.COMMIT);
        if (isOfReplica && context.about().names(Topic.REPLICA)) {
            var amounts = parsed.amounts().isNone() ? context.about().amounts() : parsed.amounts();
            return whole.about(context.about().things()).withAmounts(amounts);
        }
        if (context.about().isOfLostData()
                && parsed.predicates().stream().allMatch(it -> it.claim().isOfItsSubject())) {
            return parsed.saying(List.of());
        }
        if (parsed.predicates().stream().allMatch(Predicate::isOfGoingOn)
                && context.about().saysTrouble()) {
            var before = context.about();
            return parsed.about(before.things()).saying(parsed.isAllDenied() ? before.predicates() : before.opposite());
        }
        var goesOn = parsed.needsAThing() || parsed.says(Claim.STOLEN);
        return goesOn && !parsed.isOfOthers() ? whole.about(context.earlier()) : whole;
    }

    /** {@code api is down in us-east-1, fine in us-west-2}. */
    private boolean saysOnlyWhere() {
        return parsed.namesOnlyPlaces()
                && !parsed.isOfOthers()
                && context.waiting().isEmpty();
    }

    private List<Thing> ofServices() {
        return context.about().things().stream()
                .filter(it -> it.isService() || it.isPartOfADatabase())
                .toList();
    }

    /** Data is corrupt that a database holds which was named before, or a backup. */
    private Parsed ofData(Parsed whole) {
        if (parsed.things().stream().anyMatch(it -> !it.is(Topic.DATA))) {
            return whole.and(context.waiting());
        }
        if (parsed.hasThings()) {
            return whole.and(context.databases());
        }
        if (context.about().names(Topic.BACKUP)) {
            return whole.about(context.about().things());
        }
        if (!context.waiting().isEmpty()) {
            return whole.and(context.waiting());
        }
        var about = context.about();
        var isOfThem =
                about.saysSomething() ? about.says(Claim.CORRUPT) || about.says(Claim.GARBLED) : about.hasThings();
        return whole.and(isOfThem && !parsed.isOfOthers() ? about.things() : context.databases());
    }

    /** A place before the first service says where all are; one in a list is named itself. */
    private List<Thing> listed() {
        var isService = parsed.names(Names.Kind.SERVICE) || parsed.part().isPresent() || parsed.names(Topic.DATABASE);
        var isList = clause.opening().equals("and") || clause.opening().equals("or");
        return context.waiting().stream()
                .map(it -> isService && !isList && it.isOfPlans() && !it.isService() ? it.placed() : it)
                .toList();
    }

    /** {@code isn't down or slow}; {@code neither api nor web is down}. */
    private boolean isInherited() {
        var isAnswer = !parsed.hasThings()
                && parsed.is(Cue.PRONOUN)
                && !clause.opening().equals("nor");
        var isOr = clause.opening().equals("or")
                && !parsed.hasThings()
                && context.last().filter(it -> it.parsed().isAllDenied()).isPresent();
        return !isAnswer
                && parsed.predicates().stream().allMatch(Predicate::isSo)
                && (isOr || context.isWaitingDenied());
    }

    /** Says again what was said before, of another thing: {@code web too}, {@code us-east-1a still isn't}, {@code errors on api and web}. */
    private Parsed again() {
        var isOther = clause.beginsSentence() && !parsed.is(Cue.TOO);
        if (context.last().isEmpty() || !parsed.hasThings() || parsed.isOfOthers() || isOther) {
            return parsed;
        }
        var before = context.last().get().parsed();
        if (before.things().isEmpty() && before.needsAThing() && parsed.isBare()) {
            return parsed.saying(before.predicates()).withAmounts(before.amounts());
        }
        if (isElsewhereToo(before)) {
            return parsed.about(elsewhere(before))
                    .saying(parsed.isDenied() ? before.opposite() : before.predicates())
                    .withAmounts(before.amounts());
        }
        if (parsed.is(Cue.TOO) && !parsed.isDenied()) {
            var isOne = parsed.is(Cue.PRONOUN) && parsed.part().isEmpty();
            var parts = isOne
                    ? before.things().stream().filter(Thing::isPartOfADatabase).toList()
                    : List.<Thing>of();
            return parsed.and(parts).saying(before.predicates());
        }
        if (isContrary(before)) {
            return parsed.saying(before.opposite());
        }
        if (parsed.isDenied()) {
            return isElliptic()
                    ? parsed.saying(before.isAllDenied() ? before.predicates() : before.opposite())
                    : parsed;
        }
        if (isTheOneThatIs(before)) {
            return parsed.saying(before.opposite());
        }
        return isListedWith(before) ? parsed.saying(before.predicates()) : parsed;
    }

    /** {@code api is down in us-east-1 and in us-west-2}, {@code ..., but not in us-west-2}. */
    private boolean isElsewhereToo(Parsed before) {
        return parsed.isBare()
                && parsed.things().stream().allMatch(Thing::isRegion)
                && (parsed.isDenied() || LISTING.contains(clause.opening()))
                && before.things().stream().anyMatch(Thing::isRegion)
                && before.things().stream().anyMatch(it -> it.isService() || it.isPartOfADatabase());
    }

    private List<Thing> elsewhere(Parsed before) {
        return Stream.concat(
                        before.things().stream().filter(it -> !it.isRegion()),
                        parsed.things().stream().map(Thing::placed))
                .toList();
    }

    /** {@code us-east-1 doesn't respond, us-west-2 does}. */
    private boolean isContrary(Parsed before) {
        return parsed.isBare()
                && Set.of("is", "are", "does", "do", "can", "has")
                        .contains(clause.items().getLast().text())
                && before.predicates().stream().allMatch(it -> it.has("n't", "not ", "no longer"));
    }

    /** {@code not the api, web}; but not {@code no data breach, the bucket was never public}. */
    private boolean isTheOneThatIs(Parsed before) {
        return parsed.isBare()
                && before.isAllDenied()
                && !Set.of("and", "or").contains(clause.opening())
                && clause.items().stream().anyMatch(it -> it instanceof Item.Named)
                && clause.items().stream().noneMatch(it -> it.means(Cue.NOT) || it.means(Cue.GROWING));
    }

    private boolean isElliptic() {
        return !parsed.is(Cue.PERHAPS) && !parsed.things().stream().allMatch(Thing::isPlace);
    }

    private boolean isListedWith(Parsed before) {
        var isApart = parsed.things().stream().allMatch(Thing::isPlace)
                && before.things().stream()
                        .reduce((_, it) -> it)
                        .filter(it -> !it.isPlace())
                        .isPresent();
        return parsed.isBare()
                && !isApart
                && LISTING.contains(clause.opening())
                && before.namesAfterSaying()
                && context.about() == before;
    }
}
