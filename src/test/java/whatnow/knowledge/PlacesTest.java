package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links as the tools that folders of articles come from write them. */
class PlacesTest {

    static final ArticleId HERE = new ArticleId("here");

    @TempDir
    Path folder;

    @BeforeEach
    void anImportedSiteLiesInTheFolder() throws IOException {
        article("site/docs/db/fail-back.md", "fail-back", "## Steps\n\nText.");
        article("site/docs/db/_index.md", "databases", "Text.");
        article("site/docs/net/index.md", "networks", "Text.");
        article("site/docs/Über Uns.md", "about-us", "Text.");
        article("site/docs/plain.md", "other-name", "Text.");
        Articles.write(folder, "site/docs/db/topology.svg", "<svg/>");
        Articles.write(folder, "site/static/img/map.png", "png");
        Articles.write(folder, "site/docs/db/orders.csv", "a,b");
    }

    @ParameterizedTest
    @CsvSource({
        "fail-back.md, /kb/fail-back",
        "fail-back, /kb/fail-back",
        "./fail-back.md#steps, /kb/fail-back#steps",
        "fail-back.html#Steps, /kb/fail-back#steps",
        "fail-back/, /kb/fail-back",
        "fail-back.md?plain=1, /kb/fail-back",
        "fail-back.md#gone, /kb/fail-back",
        "../fail-back/, /kb/fail-back",
        "_index.md, /kb/databases",
        "../db/, /kb/databases",
        "../net, /kb/networks",
        "../net/README.md, /kb/networks",
        "../net/index.html, /kb/networks",
        "/docs/plain, /kb/other-name",
        "/docs/net/, /kb/networks",
        "../plain.md, /kb/other-name",
        "../%C3%9Cber%20Uns.md, /kb/about-us",
        "../moved/away/fail-back.md, /kb/fail-back",
        "topology.svg, /kb/files/[0-9a-f]{32}",
        "orders.csv, /kb/files/[0-9a-f]{32}",
        "/img/map.png, /kb/files/[0-9a-f]{32}"
    })
    void aLinkLeadsWhereItsAuthorMeant(String written, String address) throws IOException {
        assertThat(rendered("[go](<" + written + ">)")).matches("(?s).*<a href=\"" + address + "\">go</a>.*");
    }

    @ParameterizedTest
    @CsvSource({
        "[[fail-back]], /kb/fail-back, fail-back",
        "[[fail-back#steps]], /kb/fail-back#steps, fail-back#steps",
        "[[fail-back|go back]], /kb/fail-back, go back",
        "[[About-Us]], /kb/about-us, About-Us",
        "[[title of networks]], /kb/networks, title of networks"
    })
    void doubleBracketsNameAnArticleByIdOrTitle(String written, String address, String words) throws IOException {
        assertThat(rendered("See " + written + " now"))
                .contains("See <a href=\"%s\">%s</a> now".formatted(address, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[go](nowhere.md)",
                "[go](../../../../etc/passwd)",
                "[go](../../../../site/docs/plain.txt)",
                "[go](orders.xlsx)",
                "[[go]]"
            })
    void aLinkToNothingSaysSo(String written) throws IOException {
        assertThat(rendered(written)).contains("<span class=\"dead-link\"", ">go</span>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"`[[fail-back]]`", "if [[ -f x ]]; then", "[a [[fail-back]] b](https://x.example/)", "[[]]"})
    void otherDoubleBracketsStayWords(String written) throws IOException {
        assertThat(rendered(written)).doesNotContain("/kb/", "dead-link");
    }

    @Test
    void picturesAreShownFromBesideTheArticle() throws IOException {
        assertThat(rendered("![The map](/img/map.png)"))
                .containsPattern("<img src=\"/kb/files/[0-9a-f]{32}\" alt=\"The map\"");
        assertThat(rendered("![The map](gone.png)")).contains("<p>The map</p>");
    }

    @Test
    void whoPointsHereIsKnownWithTheSection() throws IOException {
        article(
                "a.md",
                "pointing",
                "## First\n\n[x](site/docs/db/fail-back.md) [y](site/docs/db/fail-back.md)\n\n## Second\n\n[[fail-back]]");
        Articles.write(
                folder,
                "b.md",
                Articles.minimal("newer", "Text.").replace("status:", "supersedes: [fail-back]\nstatus:"));

        var library = Library.of(folder);

        assertThat(library.linkedFrom(new ArticleId("fail-back")))
                .extracting(it ->
                        it.article() + "#" + it.section() + " " + it.heading().orElse(""))
                .containsExactly("pointing#first First", "pointing#second Second");
        assertThat(library.supersededBy(new ArticleId("fail-back")))
                .extracting(Article::id)
                .containsExactly(new ArticleId("newer"));
        assertThat(library.linkedFrom(new ArticleId("networks"))).isEmpty();
    }

    @Test
    @DisplayName("a file that no article points to is not handed out (S-2)")
    void aFileThatNoArticlePointsToIsNotHandedOut() throws IOException {
        Articles.write(folder, "secrets.yaml", "password: x");
        article("a.md", "a", "[the map](site/static/img/map.png)");

        var library = Library.of(folder);

        var map = library.attachment(Attachment.at("site/static/img/map.png").id())
                .orElseThrow();
        assertThat(library.content(map)).get().isEqualTo("png".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(library.attachment(Attachment.at("secrets.yaml").id())).isEmpty();
        assertThat(library.attachment(Attachment.at("site/docs/db/topology.svg").id()))
                .isEmpty();
    }

    private String rendered(String markdown) throws IOException {
        article("site/docs/db/here.md", HERE.slug(), markdown);
        var library = Library.of(folder);
        return library.render(library.find(HERE).orElseThrow());
    }

    private void article(String path, String id, String body) throws IOException {
        Articles.write(folder, path, Articles.minimal(id, body).replace("title: A lesson", "title: Title of " + id));
    }
}
