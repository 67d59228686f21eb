package whatnow.signal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import whatnow.signal.SymptomTables.Subject;
import whatnow.signal.SymptomTables.Words;

/** The well-known parts that alerts speak of without a label that names them. */
record Parts(Map<Words, String> services, WordList words) {

    static final String FILE = "subjects.csv";
    static final Parts NONE = new Parts(Map.of(), WordList.EMPTY);

    record Row(Words words, String service) {}

    static List<Row> rows(String text) {
        return TableRow.all(FILE, text, 2, it -> new Row(Words.plain(it.line(), it.words(0)), it.cell(1)));
    }

    static Parts of(List<Row> rows) {
        return new Parts(
                rows.stream().collect(Collectors.toMap(Row::words, Row::service, (one, _) -> one)),
                new WordList(rows.stream().map(Row::words).toList(), Map.of()));
    }

    Optional<Subject> in(Field field, Tokens tokens) {
        return words.in(field, tokens).stream()
                .min(Comparator.comparing(it -> it.row().line()))
                .map(it -> new Subject(field, it.row().line(), services.getOrDefault(it.row(), "")));
    }
}
