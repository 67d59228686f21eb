package whatnow.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import whatnow.chat.Reply.Row;

/** Rows in their order, of which the least wanted are left out where there is no room. */
final class RankedRows {

    /** Never left out. */
    static final int ALWAYS = 0;

    /** More is a paragraph and no row; the details have all of it. */
    private static final int LONGEST = 240;

    private record Ranked(Row row, int rank, int place) {}

    private final List<Ranked> rows = new ArrayList<>();
    private final String mark;

    /** @param mark begins every row, but for commands, which are copied */
    RankedRows(String mark) {
        this.mark = mark;
    }

    /** @param rank the higher, the sooner it is left out */
    void say(int rank, String text) {
        add(rank, Row.text(mark + cut(text)));
    }

    void head(String text) {
        add(ALWAYS, Row.head(mark + text));
    }

    void warn(int rank, String text) {
        add(rank, Row.warning(mark + text));
    }

    /** The mark stands behind it, where a shell passes over it. */
    void command(int rank, String text) {
        add(rank, Row.command(mark.isEmpty() ? text : text + "  # " + mark.strip()));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text;
    }

    private void add(int rank, Row row) {
        rows.add(new Ranked(row, rank, rows.size()));
    }

    /** @param first stand before them and are all kept */
    List<Row> within(List<Row> first, int room) {
        var kept = rows.stream()
                .sorted(Comparator.comparing(Ranked::rank).thenComparing(Ranked::place))
                .limit(Math.max(0, room - first.size()))
                .sorted(Comparator.comparing(Ranked::place))
                .map(Ranked::row);
        return Stream.concat(first.stream(), kept).limit(room).toList();
    }
}
