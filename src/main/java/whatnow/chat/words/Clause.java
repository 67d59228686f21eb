package whatnow.chat.words;

import java.util.List;

/**
 * Words that say one thing of one or several things.
 *
 * @param opening the mark or joint before it; empty at the beginning
 * @param closing the mark behind it; empty where a joint follows
 * @param beginsSentence nothing before it in its sentence
 */
record Clause(List<Item> items, String opening, String closing, boolean beginsSentence) {

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** As it was typed. */
    String words(String sentence, List<Token> tokens) {
        var from = tokens.get(items.getFirst().from());
        var to = tokens.get(items.getLast().to() - 1);
        return sentence.substring(from.start(), to.end());
    }

    /** It only adds an amount or a time to what was said before: {@code about 40 min}, {@code since 9}. */
    boolean isAmount() {
        return items.stream().anyMatch(Item::isAmount) && items.stream().allMatch(Clause::mayStandByAnAmount);
    }

    private static boolean mayStandByAnAmount(Item item) {
        return item.isAmount()
                || item instanceof Item.Number
                || item.means(Cue.LIGHT)
                || item.means(Cue.PLACING)
                || item.means(Cue.PRONOUN)
                || item.means(Cue.WAS)
                || item.means(Cue.SAYS)
                || item.means(Topic.REQUESTS)
                || item.means(Topic.DATA)
                || item.means(Cue.PERHAPS)
                || item.means(Cue.HEAD)
                || item.means(Cue.NOWADAYS);
    }

    boolean claims() {
        return items.stream().anyMatch(Item::claims);
    }

    /** With what follows it, as one. */
    Clause and(Clause next) {
        var all = new java.util.ArrayList<>(items);
        all.addAll(next.items);
        return new Clause(List.copyOf(all), opening, next.closing, beginsSentence);
    }

    boolean has(Meaning meaning) {
        return items.stream().anyMatch(it -> it.means(meaning));
    }
}
