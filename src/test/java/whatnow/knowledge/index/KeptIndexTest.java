package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Articles;
import whatnow.knowledge.Found;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/** The index may be lost, broken or taken; the answer may not. */
class KeptIndexTest {

    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsFoundAfterAStart() throws IOException {
        var articles = articles("restore", "standby");
        try (var index = KeptIndex.in(folder)) {
            index.follow(articles);
        }

        try (var index = KeptIndex.in(folder)) {
            index.follow(articles);

            assertThat(slugs(find(index, articles))).containsExactly("article-0");
            assertThat(index.trouble()).isEmpty();
        }
    }

    @Test
    void whatWasChangedWhileNobodyLookedIsFoundAsItIsNow() throws IOException {
        try (var index = KeptIndex.in(folder)) {
            index.follow(articles("restore", "standby"));
        }
        var now = articles("other", "restore");

        try (var index = KeptIndex.in(folder)) {
            index.follow(now);

            assertThat(slugs(find(index, now))).containsExactly("article-1");
        }
    }

    @Test
    @DisplayName("a byte turned, a file cut or gone: noticed when it is opened, and built again (I-2)")
    void aBrokenIndexIsBuiltAgain() throws IOException {
        var articles = articles("restore", "standby");
        try (var index = KeptIndex.in(folder)) {
            index.follow(articles);
        }
        for (var name : files()) {
            for (var damage : Damage.values()) {
                damage.of(kept().resolve(name));

                try (var index = KeptIndex.in(folder)) {
                    index.follow(articles);

                    assertThat(slugs(find(index, articles)))
                            .as("%s of %s", damage, name)
                            .containsExactly("article-0");
                }
                assertThat(isClean()).as("%s of %s", damage, name).isTrue();
            }
        }
    }

    @Test
    @DisplayName("while there is no index articles are read word by word, and it is said (I-2)")
    void withoutAnIndexArticlesAreRead() throws IOException {
        var articles = articles("restore the snapshot", "standby");
        try (var index = KeptIndex.inMemory()) {

            var found = find(index, articles);

            assertThat(slugs(found)).containsExactly("article-0");
            assertThat(found.notes()).singleElement().asString().contains("being built again");
        }
    }

    @Test
    @DisplayName("reading word by word ends in time, with what was read until then (I-2)")
    void readingEndsInTime() {
        var articles = articles("restore the snapshot", "restore the standby", "restore it");
        var looked = new AtomicInteger();

        var found = WordByWord.find(Question.read("restore"), articles.values(), 5, () -> looked.incrementAndGet() > 2);

        assertThat(slugs(found)).containsExactly("article-0", "article-1");
        assertThat(found.notes()).containsExactly(Finder.STOPPED);
    }

    @Test
    @DisplayName("an index that breaks while it is read is built again behind the answer (I-2)")
    void anIndexThatBreaksIsReplaced() throws Exception {
        var articles = articles("restore", "standby");
        try (var index = KeptIndex.in(folder)) {
            index.follow(articles);
            index.breakForTests();

            assertThat(slugs(find(index, articles))).containsExactly("article-0");

            var notes = List.of("");
            for (var tries = 0; tries < 500 && !notes.isEmpty(); tries++) {
                Thread.sleep(20);
                notes = find(index, articles).notes();
            }
            assertThat(notes).isEmpty();
        }
    }

    @Test
    @DisplayName("a lock that was left behind is no hindrance (I-3)")
    void aStaleLockIsNoHindrance() throws IOException {
        Files.createDirectories(kept());
        Files.createFile(kept().resolve("write.lock"));
        var articles = articles("restore");

        try (var index = KeptIndex.in(folder)) {
            index.follow(articles);

            assertThat(slugs(find(index, articles))).containsExactly("article-0");
            assertThat(index.trouble()).isEmpty();
        }
    }

    @Test
    @DisplayName("who comes second holds an index of its own and says so (I-3)")
    void twoInOneFolderBothAnswer() throws IOException {
        var articles = articles("restore");
        try (var first = KeptIndex.in(folder);
                var second = KeptIndex.in(folder)) {
            first.follow(articles);
            second.follow(articles);

            assertThat(slugs(find(first, articles))).containsExactly("article-0");
            assertThat(slugs(find(second, articles))).containsExactly("article-0");
            assertThat(second.trouble()).get().asString().contains("Another process");
        }
    }

    @Test
    @DisplayName("what cannot be read is not thrown away while another process writes it (I-3)")
    void whatAnotherProcessWritesIsLeftToIt() throws IOException {
        var articles = articles("restore");
        try (var first = KeptIndex.in(folder);
                var second = KeptIndex.in(folder)) {
            first.follow(articles);
            var files = files();
            Damage.TURNED.of(kept().resolve(files.getLast()));

            second.follow(articles);

            assertThat(files()).isEqualTo(files);
            assertThat(slugs(find(second, articles))).containsExactly("article-0");
            assertThat(second.trouble()).get().asString().contains("Another process");
        }
    }

    @Test
    @DisplayName("an index of another kind is built again (I-3)")
    void anIndexOfAnotherKindIsBuiltAgain() throws IOException {
        Files.createDirectories(kept());
        Files.write(kept().resolve("segments_1"), new byte[] {0x3f, (byte) 0xd7, 0x6c, 0x17, 1, 2, 3});
        Files.writeString(kept().resolve("_0.fdt"), "from long ago");
        var articles = articles("restore");

        try (var index = KeptIndex.in(folder)) {
            index.follow(articles);

            assertThat(slugs(find(index, articles))).containsExactly("article-0");
        }
        assertThat(isClean()).isTrue();
    }

    @Test
    @DisplayName("what another version left is thrown away (I-3)")
    void whatAnotherVersionLeftIsThrownAway() throws IOException {
        var old = Files.createDirectories(folder.resolve("articles-1"));
        Files.writeString(old.resolve("segments_1"), "from long ago");
        Files.createDirectories(old.resolve("and-a-folder"));

        try (var index = KeptIndex.in(folder)) {
            index.follow(articles("restore"));
        }

        assertThat(old).doesNotExist();
        assertThat(kept()).exists();
    }

    @Test
    @DisplayName("where nothing can be written the index is held in memory, and it is said (D-2)")
    void withoutADiskItIsHeldInMemory() throws IOException {
        var file = Files.createFile(folder.resolve("no-folder"));
        var articles = articles("restore");

        try (var index = KeptIndex.in(file)) {
            index.follow(articles);

            assertThat(slugs(find(index, articles))).containsExactly("article-0");
            assertThat(index.trouble()).get().asString().contains("held in memory");
        }
    }

    private enum Damage {
        TURNED,
        CUT,
        GONE;

        void of(Path file) throws IOException {
            if (!Files.exists(file)) {
                return;
            }
            switch (this) {
                case TURNED -> {
                    var bytes = Files.readAllBytes(file);
                    if (bytes.length > 0) {
                        bytes[bytes.length / 2] ^= 0x10;
                    }
                    Files.write(file, bytes);
                }
                case CUT -> {
                    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(channel.size() / 2);
                    }
                }
                case GONE -> Files.delete(file);
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(kept())) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> !it.equals("write.lock"))
                    .sorted()
                    .toList();
        }
    }

    private boolean isClean() throws IOException {
        try (var directory = FSDirectory.open(kept());
                var check = new CheckIndex(directory)) {
            return check.checkIndex().clean;
        }
    }

    private Path kept() {
        return folder.resolve("articles-" + Fields.SCHEMA);
    }

    private static Map<ArticleId, Article> articles(String... words) {
        var articles = new TreeMap<ArticleId, Article>();
        for (var number = 0; number < words.length; number++) {
            var article = article(number, words[number]);
            articles.put(article.id(), article);
        }
        return articles;
    }

    private static Article article(int number, String words) {
        return Articles.read(Articles.minimal("article-" + number, "## Part {#part}\n\n" + words + ".\n"));
    }

    private static Found find(KeptIndex index, Map<ArticleId, Article> articles) {
        return index.find(Question.read("restore"), Circumstances.NONE, articles, Helpfulness.NONE, 5);
    }

    private static List<String> slugs(Found found) {
        var slugs = new ArrayList<String>();
        found.hits().forEach(it -> slugs.add(it.article().slug()));
        return slugs;
    }
}
