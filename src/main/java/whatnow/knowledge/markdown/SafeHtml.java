package whatnow.knowledge.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown to HTML that cannot run, load or lead anywhere it should not.
 *
 * <p>Three fences, because each one alone is known to leak: links are rewritten in the tree by an
 * allow-list, raw HTML is escaped by the renderer, and what comes out passes a second allow-list that
 * knows nothing of Markdown.
 */
public final class SafeHtml {

    /** Beyond this a page helps nobody, and the sanitizer would take seconds. */
    static final int LONGEST = 2 * 1024 * 1024;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9_+-]{1,40}");
    private static final Pattern NO_ID = Pattern.compile("[^a-z0-9-]");
    private static final Pattern FOOTNOTE = Pattern.compile("fn(?:ref)?-[a-z0-9-]{1,200}");
    private static final Pattern BLOCK =
            Pattern.compile("wide|footnotes|alert-title|alert alert-(?:note|tip|important|warning|caution)");
    private static final Pattern INLINE = Pattern.compile("anchor|dead-link|footnote-ref|footnote-backref");
    private static final Pattern LABEL =
            Pattern.compile("Table|open|done|Link to this heading|Back to reference [0-9-]{1,20}");

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .nodeRendererFactory(Alert.Html::new)
            .nodeRendererFactory(Marks::new)
            .extensions(Markdown.EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(_ -> SafeHtml::attributes)
            .build();

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "blockquote", "hr", "br")
            .allowElements("ul", "ol", "li", "em", "strong", "del", "sup", "span", "code", "pre", "a", "img")
            .allowElements("section")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowElements((_, attributes) -> isCheckBox(attributes) ? "input" : null, "input")
            .allowAttributes("id")
            .matching(ID)
            .onElements("h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("class")
            .matching(BLOCK)
            .onElements("div", "p", "section")
            .allowAttributes("class")
            .matching(INLINE)
            .onElements("a", "span", "sup")
            .allowAttributes("id")
            .matching(FOOTNOTE)
            .onElements("a", "li")
            .allowAttributes("aria-label")
            .matching(LABEL)
            .onElements("a", "div", "input")
            .allowAttributes("role")
            .matching(true, "region")
            .onElements("div")
            .allowAttributes("tabindex")
            .matching(true, "0")
            .onElements("div")
            .allowAttributes("align")
            .matching(true, "left", "right", "center")
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("type")
            .matching(true, "checkbox")
            .onElements("input")
            .allowAttributes("checked", "disabled")
            .onElements("input")
            .allowAttributes("href")
            .matching((_, _, value) -> Links.isSafe(value) ? value : null)
            .onElements("a")
            .allowAttributes("rel")
            .matching(true, "noopener noreferrer")
            .onElements("a")
            .allowAttributes("src")
            .matching((_, _, value) -> Links.isFile(value) ? value : null)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img", "a", "span")
            .allowUrlProtocols("http", "https")
            .toFactory();

    /** As if every article that it names by its file existed. */
    public static String of(String markdown) {
        return of(markdown, Targets.UNSEEN);
    }

    public static String of(String markdown, Targets targets) {
        if (Markdown.isTooDense(markdown)) {
            return plain(markdown);
        }
        var document = Markdown.parse(markdown);
        Links.rewrite(document, targets);
        var html = new Bounded();
        try {
            RENDERER.render(document, html);
        } catch (Bounded.Full _) {
            return plain(markdown);
        }
        return POLICY.sanitize(html.toString());
    }

    /** The source in a frame: still readable, and as cheap as can be. */
    private static String plain(String markdown) {
        var escaped = markdown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<pre>" + escaped + "</pre>";
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", id(heading));
        }
        if (node instanceof FootnoteReference || node instanceof FootnoteDefinition) {
            attributes.computeIfPresent("id", (_, id) -> footnote(id));
            attributes.computeIfPresent("href", (_, to) -> "#" + footnote(to.substring(1)));
        }
        if (node instanceof Link link && Links.isExternal(link.getDestination())) {
            attributes.put("rel", "noopener noreferrer");
        }
    }

    /** The anchor, if there is one, stands behind it. */
    private static String id(Heading heading) {
        var last = heading.getLastChild();
        return (last instanceof Marks.Anchor ? last.getPrevious() : last) instanceof HeadingId id ? id.value() : "";
    }

    /** Labels may be any words; ids may not. */
    private static String footnote(String id) {
        return NO_ID.matcher(id.toLowerCase(Locale.ROOT))
                .replaceAll(it -> "-" + Integer.toHexString(it.group().codePointAt(0)) + "-");
    }

    private static boolean isCheckBox(List<String> attributes) {
        var type = attributes.indexOf("type");
        return type >= 0 && "checkbox".equals(attributes.get(type + 1)) && attributes.contains("disabled");
    }

    /** A buffer that refuses to grow for ever. */
    private static final class Bounded implements Appendable {

        private final StringBuilder text = new StringBuilder();

        @Override
        public Appendable append(@Nullable CharSequence words) {
            text.append(words);
            return unlessFull();
        }

        @Override
        public Appendable append(@Nullable CharSequence words, int start, int end) {
            text.append(words, start, end);
            return unlessFull();
        }

        @Override
        public Appendable append(char letter) {
            text.append(letter);
            return unlessFull();
        }

        private Appendable unlessFull() {
            if (text.length() > LONGEST) {
                throw new Full();
            }
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }

        private static final class Full extends RuntimeException {

            private static final long serialVersionUID = 1;

            Full() {
                super("The page is too long.", null, false, false);
            }
        }
    }

    private SafeHtml() {}
}
