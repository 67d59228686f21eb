package whatnow.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is answered to a line, in one shape for every door. Texts are plain: a door escapes them for its own markup.
 *
 * @param outcome how it went
 * @param forEverybody it may be shown to all who read the channel; else only to whoever asked
 * @param incident number of the one that it is about; what a door shows of it again is updated and not repeated
 * @param version of that incident as shown: a button pressed with an older one changes nothing
 * @param rows at most {@link #MOST_ROWS}, the first is the headline
 * @param details what there was no room for; in a thread, or folded
 */
public record Reply(
        Outcome outcome,
        boolean forEverybody,
        Optional<String> incident,
        String version,
        List<Row> rows,
        List<Row> details,
        List<Chip> chips,
        List<Button> buttons) {

    public static final int MOST_ROWS = 15;

    public enum Outcome {
        /** Something was looked up; nothing changed. */
        ANSWERED,
        /** What was asked for is written down. */
        DONE,
        /** Nothing changed; the first row says why, the next what to try. */
        REFUSED
    }

    /** How a row is shown. */
    public enum Style {
        HEAD,
        TEXT,
        /** To be copied; never broken or changed. */
        COMMAND,
        /** What must not be done. */
        WARNING,
        /** Quiet: where something comes from, when. */
        NOTE
    }

    /** @param path on this server that the row leads to */
    public record Row(Style style, String text, Optional<String> path) {

        public static Row head(String text) {
            return new Row(Style.HEAD, text, Optional.empty());
        }

        public static Row text(String text) {
            return new Row(Style.TEXT, text, Optional.empty());
        }

        public static Row command(String text) {
            return new Row(Style.COMMAND, text, Optional.empty());
        }

        public static Row warning(String text) {
            return new Row(Style.WARNING, text, Optional.empty());
        }

        public static Row note(String text) {
            return new Row(Style.NOTE, text, Optional.empty());
        }

        public static Row link(String text, String path) {
            return new Row(Style.TEXT, text, Optional.of(path));
        }
    }

    /**
     * One thing that was read from a sentence.
     *
     * @param text what was read, for example {@code us-east-1 is lost}
     * @param words that it was read from
     * @param isGuess asked about and not believed
     * @param corrections lines that ask the same without it, or with its opposite
     * @param others lines that ask the same of another thing, likeliest first
     */
    public record Chip(String text, String words, boolean isGuess, List<Button> corrections, List<Button> others) {

        /** All that may be tapped. */
        public List<Button> buttons() {
            return Stream.concat(corrections.stream(), others.stream()).toList();
        }
    }

    /**
     * @param line of the grammar that pressing it says
     * @param isMain the one or two that most people want
     */
    public record Button(String label, String line, boolean isMain) {

        public static Button main(String label, String line) {
            return new Button(label, line, true);
        }

        public static Button of(String label, String line) {
            return new Button(label, line, false);
        }
    }

    public Reply withButtons(List<Button> other) {
        return new Reply(outcome, forEverybody, incident, version, rows, details, chips, other);
    }

    /** Nothing was done, and why. Only whoever asked sees it. */
    public static Reply refused(String why, String... tryThis) {
        var rows = new ArrayList<Row>();
        rows.add(Row.head(why));
        for (var each : tryThis) {
            rows.add(Row.text(each));
        }
        return new Reply(
                Outcome.REFUSED, false, Optional.empty(), "", List.copyOf(rows), List.of(), List.of(), List.of());
    }
}
