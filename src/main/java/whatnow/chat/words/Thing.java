package whatnow.chat.words;

import java.util.Optional;
import java.util.Set;

/**
 * Something that is named, by plans or in general.
 *
 * @param names as plans write them; several where they disagree what is called so, none where nothing is listed
 * @param isPlace it only says where: {@code in us-east-1}
 * @param isData it may mean what is stored there as well
 * @param at the place of its item in the clause
 */
record Thing(
        Optional<Names.Kind> kind,
        Optional<Topic> general,
        Set<String> names,
        boolean isPlace,
        boolean isData,
        int at) {

    static Thing named(Item.Named item, boolean isPlace, int at) {
        return new Thing(Optional.of(item.kind()), Optional.empty(), item.names(), isPlace, item.isData(), at);
    }

    static Thing general(Topic topic, int at) {
        return new Thing(Optional.empty(), Optional.of(topic), Set.of(), false, false, at);
    }

    boolean is(Names.Kind wanted) {
        return kind.filter(it -> it == wanted).isPresent();
    }

    boolean is(Topic wanted) {
        return general.filter(it -> it == wanted).isPresent() || isData && wanted == Topic.DATA;
    }

    boolean isPartOfADatabase() {
        return general.filter(Topic::isPartOfADatabase).isPresent();
    }

    boolean isOfPlans() {
        return kind.isPresent();
    }

    boolean isService() {
        return is(Names.Kind.SERVICE);
    }

    boolean isRegion() {
        return is(Names.Kind.REGION);
    }

    /** The same, named in an earlier clause. */
    Thing before() {
        return new Thing(kind, general, names, isPlace, isData, -1);
    }

    Thing unplaced() {
        return new Thing(kind, general, names, false, isData, at);
    }

    Thing placed() {
        return new Thing(kind, general, names, true, isData, at);
    }
}
