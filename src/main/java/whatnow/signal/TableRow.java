package whatnow.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import whatnow.incident.SymptomKind;

/** One line of a table, with its place for the message when it is wrong. */
record TableRow(String file, int line, List<String> cells) {

    /** What is read from a table's lines, but for its heading and for comments. */
    static <T> List<T> all(String file, String text, int columns, Function<TableRow, T> read) {
        var lines = text.lines().toList();
        return Stream.iterate(1, it -> it < lines.size(), it -> it + 1)
                .filter(it -> !lines.get(it).isBlank() && !lines.get(it).startsWith("#"))
                .map(it -> read.apply(TableRow.of(file, it + 1, lines.get(it), columns)))
                .toList();
    }

    private static TableRow of(String file, int line, String text, int columns) {
        var cells = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        var row = new TableRow(file, line, cells);
        if (cells.size() != columns) {
            throw row.wrong(text, columns + " cells with commas between them");
        }
        return row;
    }

    String cell(int column) {
        var cell = cells.get(column);
        if (cell.isEmpty()) {
            throw wrong(cell, "a text in column " + (column + 1));
        }
        return cell;
    }

    List<String> words(int column) {
        return List.of(cell(column).toLowerCase(Locale.ROOT).split(" +"));
    }

    SymptomKind kind(int column) {
        return one(column, SymptomKind.values());
    }

    Optional<SymptomKind> perhapsKind(int column) {
        return cells.get(column).isEmpty() ? Optional.empty() : Optional.of(kind(column));
    }

    <E extends Enum<E>> E one(int column, E[] of) {
        return Arrays.stream(of)
                .filter(it -> it.name().equals(cell(column)))
                .findFirst()
                .orElseThrow(() -> wrong(cell(column), "one of " + Arrays.toString(of)));
    }

    private IllegalArgumentException wrong(String was, String expected) {
        return new IllegalArgumentException("%s:%d: found (%s); expected %s.".formatted(file, line, was, expected));
    }
}
