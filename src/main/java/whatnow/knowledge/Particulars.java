package whatnow.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import whatnow.knowledge.question.Filter;

/** What an article says about itself, by the names that a search is narrowed with. */
public final class Particulars {

    /** In small letters. */
    public static List<String> of(Article article, Filter.Field field) {
        return written(article, field).stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** As its author wrote it; what is blank says nothing. */
    static List<String> written(Article article, Filter.Field field) {
        return all(article, field).stream().filter(it -> !it.isBlank()).toList();
    }

    /** What it is named after by people, as words. */
    public static List<String> named(Article article) {
        var front = article.frontMatter();
        return Stream.of(
                        front.tags(),
                        front.services(),
                        front.alerts(),
                        front.scenarios(),
                        front.strategies(),
                        front.refs())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> all(Article article, Filter.Field field) {
        var front = article.frontMatter();
        return switch (field) {
            case TYPE -> List.of(article.type().word());
            case CATEGORY -> List.of(front.category());
            case STATUS -> List.of(front.status().word());
            case OWNER -> List.of(front.owner());
            case TAG -> front.tags();
            case SERVICE -> front.services();
            case ALERT -> front.alerts();
            case SEVERITY -> front.severities();
            case REGION -> front.reach().regions();
            case PLAN -> front.reach().plan().stream().toList();
            case SCENARIO -> front.scenarios();
            case STRATEGY -> front.strategies();
            case REF -> front.refs();
            case ID -> List.of(article.id().slug());
            case FOLDER -> folders(article.path());
        };
    }

    /** {@code a/b/c.md} lies in {@code a} and in {@code a/b}. */
    private static List<String> folders(String path) {
        var folders = new ArrayList<String>();
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }

    private Particulars() {}
}
