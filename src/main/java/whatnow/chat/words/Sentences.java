package whatnow.chat.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import whatnow.chat.words.Heard.Said;
import whatnow.incident.FactType;
import whatnow.incident.State;

/**
 * Sentences with what is to be read in them, one to a line: {@code api is down -> symptom freight-api TRUE
 * kind=UNAVAILABLE}. Several facts are separated by semicolons, a guess begins with a question mark, and a line that ends in
 * its arrow must yield nothing. Lines that begin with {@code #} say nothing; {@code @now} and {@code @plans} stand before the
 * first sentence.
 *
 * @param now when the sentences are said
 * @param plans whose names they use
 */
public record Sentences(Instant now, List<String> plans, List<Sentence> all) {

    private static final String ARROW = "->";
    private static final String NOW = "@now ";
    private static final String PLANS = "@plans ";

    /** @param line where it stands, from 1 */
    public record Sentence(int line, String text, List<String> expected) {

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * @throws IllegalArgumentException with the line and what was expected there
     */
    public static Sentences of(String written) {
        var lines = written.lines().map(String::strip).toList();
        var now = "";
        var plans = List.<String>of();
        var all = new ArrayList<Sentence>();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (line.startsWith(NOW)) {
                now = line.substring(NOW.length()).strip();
            } else if (line.startsWith(PLANS)) {
                plans = List.of(line.substring(PLANS.length()).strip().split("\\s*,\\s*"));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                all.add(sentence(index + 1, line));
            }
        }
        return new Sentences(instant(now), plans, List.copyOf(all));
    }

    private static Instant instant(String now) {
        try {
            return Instant.parse(now);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The file needs a line such as '@now 2026-03-01T12:00:00Z' (found: %s).".formatted(now), e);
        }
    }

    private static Sentence sentence(int number, String line) {
        var arrow = line.lastIndexOf(ARROW);
        if (arrow < 0) {
            throw new IllegalArgumentException(
                    "Line %d has no arrow (->) between the sentence and what is read: %s".formatted(number, line));
        }
        var expected = Stream.of(line.substring(arrow + ARROW.length()).split(";"))
                .map(it -> it.strip().replaceAll("\\s+", " "))
                .filter(it -> !it.isEmpty())
                .map(Sentences::withState)
                .toList();
        return new Sentence(number, line.substring(0, arrow).strip(), expected);
    }

    /** How far a replica has come is a time and has no opposite; files leave its state out. */
    private static String withState(String fact) {
        return fact.contains(FactType.LAST_COMMIT_REPLAYED.key()) && !fact.contains(" " + State.TRUE)
                ? fact.replaceFirst("(?= at=)", " " + State.TRUE)
                : fact;
    }

    /** What was heard, as such a file writes it. */
    static List<String> written(Heard heard) {
        return Stream.concat(
                        heard.facts().stream().map(Sentences::written),
                        heard.guesses().stream().map(it -> "? " + written(it)))
                .toList();
    }

    /** What was deployed is the sentence itself, and is left out. */
    private static String written(Said said) {
        var words = new ArrayList<String>();
        words.add(said.type().key());
        var subject = said.subject();
        var parts = Stream.of(subject.service(), subject.region(), subject.zone())
                .flatMap(it -> it.stream())
                .toList();
        if (!parts.isEmpty()) {
            words.add(String.join("/", parts));
        }
        words.add(said.state().name());
        said.fields().entrySet().stream()
                .filter(it -> !it.getKey().equals("what"))
                .forEach(it -> words.add(it.getKey() + "=" + it.getValue()));
        return String.join(" ", words);
    }
}
