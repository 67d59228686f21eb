package whatnow.knowledge.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainMarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a {{< glossary_tooltip text=\"Pod\" term_id=\"pod\" >}} b | a Pod b",
                "## {{% heading \"prerequisites\" %}} | ## prerequisites",
                "[a]({{< ref \"b.md#c\" >}}) | [a](b.md#c)",
                "[a]({{< relref b.md >}}) | [a](b.md)",
                "x {{< include \"task-prereqs.md\" >}} y | x  y",
                "x {{< feature-state state=\"beta\" >}} y | x  y",
                "# <%= current_page.data.title %> | # The title",
                "x <%# a comment %> y | x  y",
                "x <!-- a comment --> y | x  y",
                "[a]({% link _docs/b.md %}) | [a](_docs/b.md)",
                "x {% include a.html %} y | x  y",
                "{{ page.title }} and {{ site.url }} | The title and ",
                "{{ $labels.instance }} is down | {{ $labels.instance }} is down",
                "run `<div> {{< x >}} <!-- y -->` now | run `<div> {{< x >}} <!-- y -->` now",
                "delete <node-name> in <namespace> | delete <node-name> in <namespace>",
                "<https://example.org/a> | <https://example.org/a>",
                "see <a href=\"/a b\">this</a> | see [this](/ab)",
                "<img src='a.png' alt='A disk'> | ![A disk](a.png)",
                "press <kbd>Enter</kbd>, <b>not</b> <code>x</code> | press `Enter`, not `x`",
                "words {: .note} | words ",
                "## Head { #Some_Id } | ## Head {#some-id}",
                "text <Tabs groupId=\"x\">in</Tabs> | text <Tabs groupId=\"x\">in</Tabs>",
                "a \\<b> | a \\<b>",
            })
    void oneLineKeepsItsWords(String foreign, String expected) {
        var plain = PlainMarkdown.of(foreign, "The title", false);

        assertThat(plain.strip()).isEqualTo(expected.strip());
    }

    @Test
    void admonitionsOfDocusaurusBecomeAlerts() {
        var plain = PlainMarkdown.of("a\n:::warning[Take care]\nwords\n```\n:::\n```\n:::\nb", "", false);

        assertThat(plain).isEqualTo("a\n\n> [!WARNING]\n> **Take care**\n>\n> words\n> ```\n> :::\n> ```\n\nb");
    }

    @Test
    void admonitionsOfMkDocsBecomeAlerts() {
        var plain = PlainMarkdown.of("a\n!!! tip \"Title\"\n    words\n\n        code\nb", "", false);

        assertThat(plain).isEqualTo("a\n\n> [!TIP]\n> **Title**\n>\n> words\n>\n>     code\n\nb");
    }

    @Test
    void shortcodesThatWarnBecomeAlerts() {
        var plain = PlainMarkdown.of("1. step\n\n   {{< caution >}}\n   words\n   {{< /caution >}}\n", "", false);

        assertThat(plain.strip()).isEqualTo("1. step\n\n   > [!CAUTION]\n   > words");
    }

    @Test
    void nestedAdmonitionsStayInOneAnother() {
        var plain = PlainMarkdown.of("::::note\na\n:::tip\nb\n:::\n::::", "", false);

        assertThat(plain.strip()).isEqualTo("> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b");
    }

    @Test
    void anAdmonitionWithoutEndKeepsItsWords() {
        assertThat(PlainMarkdown.of(":::note Read this\nand that", "", false)).isEqualTo("Read this\nand that");
    }

    @Test
    void codeStaysAsItIs() {
        var code = "```html\n<div>{{< x >}}</div>\n<!-- c -->\nimport a from 'b'\n:::note\n```";

        assertThat(PlainMarkdown.of(code, "", true)).isEqualTo(code);
    }

    @Test
    void highlightedAndPreformattedCodeIsFenced() {
        var plain = PlainMarkdown.of(
                "{% highlight bash %}\nls <a>\n{% endhighlight %}\n<pre><code>a &lt; b</code></pre>", "", false);

        assertThat(plain).isEqualTo("```bash\nls <a>\n```\n\n```\na < b\n```\n");
    }

    @Test
    void whatMdxImportsAndItsTagsGo() {
        var plain = PlainMarkdown.of(
                "import Tabs from '@theme/Tabs';\nexport const x = {\n  a: 1,\n};\n\n<Tabs>\n<TabItem value=\"a\">words</TabItem>\n</Tabs>\n{/* note */}",
                "",
                true);

        assertThat(plain.strip()).isEqualTo("words");
    }

    @Test
    void aTableOfTagsKeepsItsCells() {
        var plain = PlainMarkdown.of(
                "<table>\n  <tr>\n    <th>Level</th>\n    <th>Means</th>\n  </tr>\n  <tr><td>SEV1</td><td>all\n down</td></tr>\n</table>\nafter",
                "",
                false);

        assertThat(plain.strip()).isEqualTo("- Level · Means\n- SEV1 · all down\n\nafter");
    }

    @Test
    void commentsOverManyLinesGoWithTheFencesInThem() {
        assertThat(PlainMarkdown.of("a\n<!--\n```\nx\n-->\nb", "", false)).isEqualTo("a\n\nb");
    }

    @Test
    void listsOfTagsBecomeLists() {
        assertThat(PlainMarkdown.of("<ul><li>a</li><li>b</li></ul>", "", false).strip())
                .isEqualTo("- a\n- b");
    }
}
