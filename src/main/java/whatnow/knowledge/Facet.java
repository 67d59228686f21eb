package whatnow.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What articles can be told apart by. */
public enum Facet {
    CATEGORY("Category", it -> one(it.frontMatter().category())),
    TYPE("Type", it -> List.of(it.type().word())),
    FOLDER("Folder", Facet::folders),
    SERVICE("Service", it -> it.frontMatter().services()),
    TAG("Tag", it -> it.frontMatter().tags()),
    ALERT("Alert", it -> it.frontMatter().alerts()),
    SEVERITY("Severity", it -> it.frontMatter().severities()),
    STATUS("Status", it -> List.of(it.frontMatter().status().word())),
    OWNER("Owner", it -> one(it.frontMatter().owner()));

    private final String heading;
    private final Function<Article, List<String>> values;

    Facet(String heading, Function<Article, List<String>> values) {
        this.heading = heading;
        this.values = values;
    }

    /** In addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String heading() {
        return heading;
    }

    public List<String> of(Article article) {
        return values.apply(article);
    }

    /** As people read it. */
    public String words(String value) {
        return switch (this) {
            case CATEGORY ->
                Article.Category.of(value).map(Article.Category::heading).orElse(value);
            case TYPE ->
                Arrays.stream(Article.Type.values())
                        .filter(it -> it.word().equals(value))
                        .findFirst()
                        .map(Article.Type::heading)
                        .orElse(value);
            case STATUS -> value.replace('_', ' ');
            case FOLDER, SERVICE, TAG, ALERT, SEVERITY, OWNER -> value;
        };
    }

    private static List<String> one(String value) {
        return Optional.of(value).filter(it -> !it.isEmpty()).map(List::of).orElse(List.of());
    }

    /** Its folder and each above it: who chooses a folder means what lies deeper, too. */
    private static List<String> folders(Article article) {
        var folders = new ArrayList<String>();
        for (var slash = article.path().indexOf('/');
                slash > 0;
                slash = article.path().indexOf('/', slash + 1)) {
            folders.add(article.path().substring(0, slash));
        }
        return folders;
    }
}
