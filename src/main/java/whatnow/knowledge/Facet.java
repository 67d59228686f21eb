package whatnow.knowledge;

import java.util.Arrays;
import java.util.List;
import whatnow.knowledge.question.Filter;

/** What shelves of articles are told apart by: some of what a search is narrowed by. */
public enum Facet {
    CATEGORY("Category", Filter.Field.CATEGORY),
    TYPE("Type", Filter.Field.TYPE),
    FOLDER("Folder", Filter.Field.FOLDER),
    SERVICE("Service", Filter.Field.SERVICE),
    TAG("Tag", Filter.Field.TAG),
    ALERT("Alert", Filter.Field.ALERT),
    SEVERITY("Severity", Filter.Field.SEVERITY),
    STATUS("Status", Filter.Field.STATUS),
    OWNER("Owner", Filter.Field.OWNER);

    private final String heading;
    private final Filter.Field field;

    Facet(String heading, Filter.Field field) {
        this.heading = heading;
        this.field = field;
    }

    /** In addresses. */
    public String key() {
        return field.word();
    }

    public String heading() {
        return heading;
    }

    public List<String> of(Article article) {
        return Particulars.written(article, field);
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
}
