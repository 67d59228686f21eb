package whatnow.benchmark;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.knowledge.Article;
import whatnow.knowledge.measure.Engine;

/** Full-text search of PostgreSQL over whole documents: the title weighs more, any word may match. */
final class PostgresEngine implements Engine {

    private static final String TABLE = "create table page (path text primary key, words tsvector not null)";
    private static final String INSERT = """
            insert into page (path, words)
            values (:path, setweight(to_tsvector('english', :title), 'A') || to_tsvector('english', :text))
            """;
    private static final String INDEX = "create index page_words on page using gin (words)";

    /** Nobody types operators, and all words of an alert stand in no page: so any of them will do. */
    private static final String FIND = """
            with asked as (
                select to_tsquery('english', nullif(replace(plainto_tsquery('english', :question)::text, '&', '|'), '')) as words)
            select path
              from page, asked
             where page.words @@ asked.words
             order by ts_rank(page.words, asked.words, 1) desc, path
             limit 10
            """;

    private final JdbcClient jdbc;

    PostgresEngine(JdbcClient jdbc, Collection<Article> articles) {
        this.jdbc = jdbc;
        jdbc.sql(TABLE).update();
        for (var article : articles) {
            jdbc.sql(INSERT)
                    .param("path", article.path())
                    .param("title", article.title())
                    .param("text", article.body())
                    .update();
        }
        jdbc.sql(INDEX).update();
        jdbc.sql("analyze page").update();
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public List<String> find(String question) {
        return jdbc.sql(FIND)
                .param("question", question)
                .query((row, _) -> String.valueOf(row.getString("path")))
                .list();
    }
}
