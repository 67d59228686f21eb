package whatnow.chat.words;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what is named only colours the words beside it, or belongs to something that nobody knows. */
final class Neighbours {

    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "every", "all", "us", "me", "everyone", "our", "only", "nothing");

    private static final Pattern VERSION = Pattern.compile("v?\\d.*");

    private final List<Item> items;
    private final Subjects subjects;

    Neighbours(List<Item> items, Subjects subjects) {
        this.items = items;
        this.subjects = subjects;
    }

    /** The name only colours another noun ({@code the api folks}), or belongs to something else ({@code my disk}). */
    boolean isBlocked(Thing thing, List<Predicate> predicates) {
        if (thing.kind().isEmpty()) {
            return thing.isPartOfADatabase() && isOfAnother(thing, predicates);
        }
        if (predicates.isEmpty()) {
            return isOwnedByOthers(thing.at()) || isOfAnother(thing, predicates);
        }
        return isOwnedByOthers(thing.at())
                || isOfAnother(thing, predicates)
                || isBesideAnother(thing, predicates)
                || isAfterState(thing, predicates);
    }

    private boolean isOwnedByOthers(int at) {
        for (var before = at - 1; before >= 0 && before >= at - 3; before--) {
            if (items.get(before).means(Cue.OTHERS)) {
                return true;
            }
            if (!items.get(before).means(Cue.LIGHT)) {
                break;
            }
        }
        return isCommon(at) && at > 0 && items.get(at - 1).isUnknownThing();
    }

    private boolean isCommon(int at) {
        return items.get(at) instanceof Item.Named named && named.isCommon();
    }

    /** {@code the api folks are down}: an unknown noun follows, before anything is said. */
    private boolean isOfAnother(Thing thing, List<Predicate> predicates) {
        var next = thing.at() + 1;
        var isSaidLater = predicates.stream().anyMatch(it -> it.at() > thing.at());
        return !thing.isPlace()
                && next < items.size()
                && isAnother(next, thing.at())
                && (isSaidLater || isCommon(thing.at()));
    }

    /** {@code api folks}, {@code reports meeting}, {@code queue for coffee}. */
    private boolean isAnother(int next, int at) {
        var item = items.get(next);
        if (isVerb(next) || isVersion(item)) {
            return false;
        }
        if (item instanceof Item.Word word && isCommon(at)) {
            return !word.text().endsWith("ly");
        }
        if (isPart(at)) {
            return item.isUnknownThing()
                    || item.means(Cue.PERSON)
                    || item.text().equals("of") && isUnknownAfterLight(next + 1);
        }
        var isFor = Set.of("for", "of", "to").contains(item.text());
        if (item.means(Cue.HEAD) && next + 1 < items.size() && isCommon(at)) {
            return isOf(next + 1) && isUnknownAfterLight(next + 2);
        }
        var isOfUnknown = isFor && isCommon(at) && isUnknownAfterLight(next + 1);
        return item.isUnknownThing() || item.means(Cue.PERSON) || isOfUnknown;
    }

    private boolean isPart(int at) {
        return items.get(at) instanceof Item.Known known && known.phrase().isPartOfADatabase();
    }

    private boolean isOf(int at) {
        return items.get(at).text().equals("of");
    }

    /** {@code web v2 is live}. */
    private static boolean isVersion(Item item) {
        return item instanceof Item.Word word && VERSION.matcher(word.text()).matches();
    }

    private boolean isUnknownAfterLight(int at) {
        var index = at;
        while (index < items.size() && items.get(index).means(Cue.LIGHT)) {
            index++;
        }
        return index < items.size()
                && (items.get(index).isUnknownThing() || items.get(index).means(Cue.OTHERS));
    }

    /** {@code greets people with ...}: a word that ends like one and goes on to somebody or something. */
    private boolean isVerb(int at) {
        return items.get(at) instanceof Item.Word word
                && word.text().endsWith("s")
                && at + 1 < items.size()
                && isObject(items.get(at + 1));
    }

    private static boolean isObject(Item item) {
        return item.means(Cue.USERS)
                || item.means(Cue.PERSON)
                || ARTICLES.contains(item.text().split(" ", 2)[0]);
    }

    /** {@code the owner of the db is out}, {@code the coffee machine in us-east-1 is down}. */
    private boolean isBesideAnother(Thing thing, List<Predicate> predicates) {
        var first = predicates.stream().filter(it -> it.at() > thing.at()).findFirst();
        if (first.isEmpty()
                || !first.get().claim().isOfItsSubject() && first.get().claim() != Claim.SLOW) {
            return false;
        }
        var at = thing.at() - 1;
        while (at >= 0 && items.get(at).means(Cue.LIGHT)) {
            at--;
        }
        return at > 0 && items.get(at).means(Cue.PLACING) && items.get(at - 1).isUnknownThing();
    }

    /** {@code the printer is down in us-east-1}: what is said is of the printer. */
    private boolean isAfterState(Thing thing, List<Predicate> predicates) {
        var first = predicates.getFirst();
        var isReached = !thing.isPlace()
                && predicates.stream().anyMatch(it -> it.at() == first.at() && it.claim() == Claim.UNREACHED);
        return thing.at() > first.at()
                && !isReached
                && first.claim().isOfItsSubject()
                && subjects.hasUnknownBefore(first.at());
    }
}
