package whatnow.chat.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds in one clause what is named and what is said of it. */
final class ClauseReader {

    /** A clause of these and of names only names something. */
    private static final Set<Cue> EMPTY = Set.of(
            Cue.LIGHT,
            Cue.HEAD,
            Cue.PLACING,
            Cue.PRONOUN,
            Cue.NOT,
            Cue.TOO,
            Cue.JUST,
            Cue.JOINT,
            Cue.CORRECTION,
            Cue.RETRACTION,
            Cue.INTERJECTION,
            Cue.NOWADAYS,
            Cue.STILL,
            Cue.USERS,
            Cue.SENDER,
            Cue.GROWING,
            Cue.HIGH,
            Cue.ALL,
            Cue.PERHAPS,
            Cue.WAS);

    private final List<Item> items;
    private final Subjects subjects;
    private final Neighbours neighbours;
    private final Denials denials;
    private final Cues cues;
    private final List<Thing> things = new ArrayList<>();
    private final List<Predicate> predicates = new ArrayList<>();

    private ClauseReader(Clause clause, List<Token> tokens) {
        this.items = clause.items();
        this.subjects = new Subjects(items);
        this.neighbours = new Neighbours(items, subjects);
        this.denials = new Denials(items);
        this.cues = new Cues(clause, tokens);
    }

    static Parsed read(Clause clause, List<Token> tokens) {
        return new ClauseReader(clause, tokens).parsed();
    }

    private Parsed parsed() {
        for (var at = 0; at < items.size(); at++) {
            add(at);
        }
        var settled = cues.settled(predicates);
        replace(Sifting.sifted(items, things, predicates, settled));
        var isDenied = denials.isOfAnother(predicates);
        denials.denyLast(predicates);
        replace(Endings.ended(predicates, items));
        dropSenders();
        var isOfOthers = isOfOthers();
        return new Parsed(
                List.copyOf(things),
                List.copyOf(predicates),
                settled,
                Amounts.of(items),
                isDenied,
                isBare(),
                isOfOthers);
    }

    private void replace(List<Predicate> sifted) {
        predicates.clear();
        predicates.addAll(sifted);
    }

    private void add(int at) {
        if (items.get(at) instanceof Item.Named named && !subjects.isPartOfTheLast(at)) {
            things.add(Thing.named(named, subjects.isPlaced(at), at));
        }
        if (items.get(at) instanceof Item.Known known) {
            known.phrase().senses().forEach(it -> add(it, at, known.text()));
        }
        if (items.get(at) instanceof Item.Number number && number.value() == 0) {
            denials.add(at);
        }
    }

    private void add(Phrase.Sense sense, int at, String text) {
        switch (sense.meaning()) {
            case Claim claim ->
                predicates.add(new Predicate(claim, denials.isDenied(at, predicates) != sense.isOpposite(), at, text));
            case Topic topic -> things.add(Thing.general(topic, at));
            case Cue cue -> {
                if (cue == Cue.NOT) {
                    denials.add(at);
                }
                cues.add(cue, at);
            }
        }
    }

    /** {@code grafana shows errors on the api}: nothing is said of grafana. */
    private void dropSenders() {
        for (var at = 0; at < items.size(); at++) {
            if (items.get(at).means(Cue.SAYS)) {
                dropBefore(at);
            }
        }
    }

    private void dropBefore(int says) {
        var isSaidOfAnother = things.stream().anyMatch(it -> it.at() > says)
                && predicates.stream().anyMatch(it -> it.at() > says);
        if (isSaidOfAnother || predicates.isEmpty()) {
            things.removeIf(it -> it.at() < says);
            predicates.removeIf(it -> it.at() < says);
        }
    }

    /** What is named only in passing is dropped; whether something else is spoken of. */
    private boolean isOfOthers() {
        var isOfOthers = subjects.isOfOthers(things, predicates) || subjects.isPersonal(predicates);
        var isNamed = !things.isEmpty();
        things.removeIf(it -> !predicates.isEmpty() && subjects.isVantage(it, things, predicates));
        things.removeIf(it -> neighbours.isBlocked(it, predicates));
        return isOfOthers || isNamed && things.isEmpty();
    }

    private boolean isBare() {
        return !things.isEmpty() && predicates.isEmpty() && items.stream().allMatch(ClauseReader::isEmpty);
    }

    private static boolean isEmpty(Item item) {
        return item instanceof Item.Named
                || item.isAmount()
                || item instanceof Item.Known known
                        && known.phrase().senses().stream().allMatch(it -> switch (it.meaning()) {
                            case Claim _ -> false;
                            case Topic _ -> true;
                            case Cue cue -> EMPTY.contains(cue);
                        });
    }
}
