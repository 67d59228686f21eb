package whatnow.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.foreign.Foreign;
import whatnow.knowledge.index.KeptIndex;
import whatnow.knowledge.measure.Engine;
import whatnow.knowledge.measure.Evaluation;
import whatnow.knowledge.measure.JudgedQuery;
import whatnow.knowledge.measure.OurEngine;
import whatnow.knowledge.measure.PlainEngine;
import whatnow.knowledge.measure.QueryFile;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;
import whatnow.testkit.TestPostgres;

/**
 * Quality and speed of the search beside plain Lucene and PostgreSQL on the same documents, in one run: first
 * on the documents as they are, then, without PostgreSQL, on ten thousand made by repeating them. See {@code docs/benchmarks.md}.
 */
@SuppressWarnings("SystemOut")
final class SearchLoad {

    private static final int MANY = 10_000;

    private final Path folder;
    private final List<JudgedQuery> queries;

    private SearchLoad(Path folder, List<JudgedQuery> queries) {
        this.folder = folder;
        this.queries = queries;
    }

    /** Arguments: a folder of documents and a file of questions with known answers; and {@code many} for the second half alone. */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("search-load");
        try {
            var load = new SearchLoad(folder, QueryFile.read(Path.of(arguments[1])));
            var articles = Foreign.read(Path.of(arguments[0])).articles();
            System.out.printf("%d documents%n", articles.size());
            if (arguments.length < 3) {
                load.compare(articles, "few");
            }
            var many = repeated(articles);
            System.out.printf("%d documents%n", many.size());
            load.index(many);
            load.compare(many, "many");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(0);
    }

    private void compare(Collection<Article> articles, String name) throws IOException {
        var pages = articles.stream()
                .map(it -> new PlainEngine.Page(it.path(), it.title() + "\n" + it.body()))
                .toList();
        try (var ours = new OurEngine(articles, folder.resolve(name + "-ours"));
                var plain = new PlainEngine(pages, folder.resolve(name + "-plain"))) {
            var engines = new ArrayList<Engine>(List.of(ours, plain));
            if (articles.size() < MANY) {
                engines.add(new PostgresEngine(TestPostgres.client(), articles));
            }
            var evaluation = Evaluation.of(engines, queries, System::nanoTime);
            evaluation
                    .answers()
                    .forEach(it -> it.figures()
                            .forEach((style, figures) -> System.out.printf(
                                    "%-8s %-13s n %d, nDCG@10 %.3f, success@1 %.3f, p50 %.2f ms, p99 %.2f ms%n",
                                    style,
                                    it.engine(),
                                    figures.queries(),
                                    figures.ndcg(),
                                    figures.success(),
                                    figures.p50() / 1e6,
                                    figures.p99() / 1e6)));
        }
    }

    private void index(Collection<Article> articles) {
        var byId = new TreeMap<ArticleId, Article>();
        articles.forEach(it -> byId.put(it.id(), it));
        var sections = articles.stream().mapToInt(it -> it.sections().size()).sum();
        var place = folder.resolve("kept");
        try (var index = KeptIndex.in(place)) {
            var seconds = seconds(() -> index.follow(byId));
            System.out.printf("indexed %d sections in %.1f s, %.0f a second%n", sections, seconds, sections / seconds);
            change(index, byId);
            suggest(index, byId);
        }
        try (var index = KeptIndex.in(place)) {
            System.out.printf("opened and compared again in %.1f s%n", seconds(() -> index.follow(byId)));
        }
    }

    /** One article after the other gets a new version; each is asked for by a word that only it has. */
    private static void change(KeptIndex index, Map<ArticleId, Article> articles) {
        var millis = new ArrayList<Double>();
        for (var article : articles.values().stream().limit(50).toList()) {
            var word = "changed" + millis.size();
            articles.put(article.id(), saying(article, word));
            millis.add(1000
                    * seconds(() -> {
                        index.follow(articles);
                        var found = index.find(Question.read(word), Circumstances.NONE, articles, Helpfulness.NONE, 5);
                        if (found.hits().isEmpty()) {
                            throw new IllegalStateException("A change was not found: " + word);
                        }
                    }));
        }
        Figures.print("a change is found after", millis);
    }

    private void suggest(KeptIndex index, Map<ArticleId, Article> articles) {
        var millis = new ArrayList<Double>();
        for (var round = 0; round < 3; round++) {
            millis.clear();
            for (var query : queries) {
                for (var length : List.of(3, 6, 10)) {
                    var typed = query.text()
                            .substring(0, Math.min(length, query.text().length()));
                    millis.add(1000 * seconds(() -> index.suggest(typed, articles, 8)));
                }
            }
        }
        Figures.print("suggestions", millis);
    }

    private static double seconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<Article> repeated(List<Article> articles) {
        return IntStream.range(0, MANY)
                .mapToObj(it -> again(articles.get(it % articles.size()), it, it < articles.size()))
                .collect(Collectors.toList());
    }

    private static Article again(Article article, int number, boolean isFirst) {
        return isFirst
                ? article
                : new Article(
                        new ArticleId("again-" + number),
                        article.frontMatter(),
                        "again-" + number + "/" + article.path(),
                        article.text(),
                        article.sections(),
                        article.links(),
                        article.sha256());
    }

    private static Article saying(Article article, String word) {
        return new Article(
                article.id(),
                article.frontMatter(),
                article.path(),
                article.text() + "\n" + word + "\n",
                article.sections(),
                article.links(),
                article.sha256() + word);
    }
}
