package whatnow.chat.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a phrase of the dictionary means; it may mean several things at once.
 *
 * @param line of the dictionary
 * @param less what the same words mean where this is ruled out
 */
record Phrase(List<Sense> senses, int line, Optional<Phrase> less) {

    Phrase(List<Sense> senses, int line) {
        this(senses, line, Optional.empty());
    }

    /** @param isOpposite the phrase says that it is not so: {@code snappy} is not slow */
    record Sense(Meaning meaning, boolean isOpposite) {}

    /** Where both say or name something, what else is said tells which is meant; else the one that stands first. */
    Phrase or(Phrase other) {
        var first = line <= other.line ? this : other;
        var second = first == this ? other : this;
        return isOfContent() && other.isOfContent()
                ? new Phrase(
                        Stream.concat(first.senses.stream(), second.senses.stream())
                                .distinct()
                                .toList(),
                        first.line)
                : new Phrase(
                        first.senses,
                        first.line,
                        first.less.map(it -> it.or(second)).or(() -> Optional.of(second)));
    }

    private boolean isOfContent() {
        return senses.stream().anyMatch(it -> !(it.meaning() instanceof Cue));
    }

    /** The same words in that meaning. */
    Optional<Phrase> as(Meaning meaning) {
        return means(meaning) ? Optional.of(this) : less.flatMap(it -> it.as(meaning));
    }

    boolean means(Meaning meaning) {
        for (var sense : senses) {
            if (sense.meaning() == meaning) {
                return true;
            }
        }
        return false;
    }

    boolean claims() {
        for (var sense : senses) {
            if (sense.meaning() instanceof Claim) {
                return true;
            }
        }
        return false;
    }

    boolean names() {
        return senses.stream().anyMatch(it -> it.meaning() instanceof Topic);
    }

    boolean isPartOfADatabase() {
        return senses.stream().anyMatch(it -> it.meaning() instanceof Topic topic && topic.isPartOfADatabase());
    }
}
