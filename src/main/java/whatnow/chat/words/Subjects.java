package whatnow.chat.words;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Of whom a clause speaks: of what it names, or of something beside it that nobody knows. */
final class Subjects {

    private static final Set<Claim> SAID_OF_PEOPLE = EnumSet.of(Claim.SLOW, Claim.LAG, Claim.FULL, Claim.LOAD);

    private final List<Item> items;

    Subjects(List<Item> items) {
        this.items = items;
    }

    /** {@code in us-east-1}, {@code in the us-east-1 region}, {@code the us-west-2 replica}, {@code api us-east-1}. */
    boolean isPlaced(int at) {
        var before = at - 1;
        while (before >= 0 && items.get(before).means(Cue.LIGHT)) {
            before--;
        }
        if (before >= 0 && items.get(before).means(Cue.PLACING)) {
            return true;
        }
        if (!(items.get(at) instanceof Item.Named named) || named.kind() == Names.Kind.SERVICE) {
            return false;
        }
        if (named.kind() == Names.Kind.REGION && at > 1 && isZone(at - 1)) {
            return true;
        }
        var isBeforeThing = isServiceOrPart(at + 1) || isZone(at + 1) && isZone(at + 2);
        return isBeforeThing || at > 0 && isServiceOrPart(at - 1);
    }

    /** {@code us-east-1 AZ b}. */
    private boolean isZone(int at) {
        return at < items.size()
                && (items.get(at).means(Topic.ZONE)
                        || items.get(at) instanceof Item.Named named && named.kind() == Names.Kind.ZONE);
    }

    /** {@code not reachable from us-west-2}: where somebody looks from. */
    boolean isVantage(Thing thing, List<Thing> things, List<Predicate> predicates) {
        var at = thing.at();
        var isApart = predicates.stream()
                .anyMatch(said -> said.at() < at && things.stream().anyMatch(it -> it.at() < said.at()));
        var isOfReach = predicates.stream()
                .anyMatch(it -> it.has("reach", "access", "connect", "respon", "visible", "availab", "answer"));
        var isTarget = thing.is(Names.Kind.SERVICE)
                && isBehind(at, Set.of("to", "into"))
                && things.stream().anyMatch(it -> it.is(Topic.ARCHIVE) || it.is(Topic.BACKUP));
        var isAffected = isApart
                && thing.isService()
                && isBehindFor(at)
                && things.stream().noneMatch(Thing::isPartOfADatabase);
        return isTarget
                || isAffected
                || (isApart && isOfReach || !thing.is(Names.Kind.SERVICE)) && isBehind(at, Set.of("from"))
                || isBetween(at);
    }

    /** {@code git is unreachable for the patcher}: nothing is said of the patcher. */
    private boolean isBehindFor(int at) {
        var before = at - 1;
        while (before >= 0
                && items.get(before).means(Cue.LIGHT)
                && !items.get(before).text().equals("for")) {
            before--;
        }
        return before >= 0 && items.get(before).text().equals("for");
    }

    private boolean isBetween(int at) {
        for (var before = at - 1; before >= 0 && before >= at - 3; before--) {
            if (items.get(before).text().equals("between")) {
                return true;
            }
        }
        return false;
    }

    private boolean isBehind(int at, Set<String> words) {
        return at > 0
                && words.contains(items.get(at - 1).text())
                && items.get(at - 1).means(Cue.PLACING);
    }

    private boolean isServiceOrPart(int at) {
        if (at < 0 || at >= items.size()) {
            return false;
        }
        return items.get(at) instanceof Item.Named named && named.kind() == Names.Kind.SERVICE
                || items.get(at) instanceof Item.Known known
                        && (known.phrase().isPartOfADatabase() || known.means(Topic.DATABASE));
    }

    /** Something unknown is the subject, so that what is said is not of what was named before. */
    boolean isOfOthers(List<Thing> things, List<Predicate> predicates) {
        if (predicates.isEmpty()
                || !things.isEmpty()
                        && things.getFirst().at() < predicates.getFirst().at()) {
            return false;
        }
        return hasUnknownBefore(predicates.getFirst().at());
    }

    /** {@code we are back}, {@code I'm slow today}. */
    boolean isPersonal(List<Predicate> predicates) {
        return predicates.stream()
                .filter(it -> it.claim().isOfItsSubject() || SAID_OF_PEOPLE.contains(it.claim()))
                .anyMatch(it -> isPersonBefore(it.at()));
    }

    private boolean isPersonBefore(int at) {
        for (var before = at - 1; before >= 0; before--) {
            if (items.get(before).means(Cue.PERSON)) {
                return true;
            }
            if (!items.get(before).means(Cue.LIGHT)
                    && !items.get(before).means(Cue.NOT)
                    && !items.get(before).means(Cue.WAS)) {
                return false;
            }
        }
        return false;
    }

    /** Something that nobody knows stands before it. */
    boolean hasUnknownBefore(int at) {
        return hasUnknown(afterSender(at), at);
    }

    /** {@code amcheck screams about ...}: who says it is no subject. */
    private int afterSender(int at) {
        for (var before = at - 1; before >= 0; before--) {
            if (items.get(before).means(Cue.SAYS)) {
                return behindThat(before, at);
            }
        }
        return 0;
    }

    /** {@code customers tell us by phone that ...}: how it was said is not who. */
    private int behindThat(int says, int end) {
        return IntStream.range(says, end)
                .filter(it -> items.get(it).text().equals("that"))
                .findFirst()
                .orElse(says);
    }

    private boolean hasUnknown(int from, int to) {
        for (var at = from; at < to; at++) {
            if (items.get(at).isUnknownThing() || items.get(at).means(Cue.OTHERS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the logs} in {@code api logs}. */
    boolean isPartOfTheLast(int at) {
        return at > 0
                && items.get(at) instanceof Item.Named named
                && named.isHead()
                && items.get(at - 1) instanceof Item.Named before
                && before.kind() == Names.Kind.SERVICE;
    }
}
