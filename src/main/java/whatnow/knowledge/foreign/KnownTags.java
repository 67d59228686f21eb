package whatnow.knowledge.foreign;

import java.util.Set;

/** Which names of tags are those of HTML. */
final class KnownTags {

    private static final Set<String> KNOWN = Set.of(
            "a",
            "abbr",
            "article",
            "aside",
            "b",
            "big",
            "blockquote",
            "br",
            "caption",
            "center",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "details",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "font",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "i",
            "iframe",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "nav",
            "nobr",
            "noscript",
            "ol",
            "p",
            "picture",
            "pre",
            "samp",
            "script",
            "section",
            "small",
            "span",
            "strike",
            "strong",
            "style",
            "sub",
            "summary",
            "sup",
            "svg",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "tt",
            "ul",
            "video",
            "wbr");

    /** Tags whose names people also use for place-holders: tags only with an attribute. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "address",
            "audio",
            "base",
            "body",
            "button",
            "data",
            "embed",
            "head",
            "html",
            "input",
            "label",
            "link",
            "main",
            "map",
            "meta",
            "object",
            "option",
            "param",
            "q",
            "s",
            "select",
            "source",
            "template",
            "textarea",
            "time",
            "title",
            "u",
            "var",
            "path",
            "g",
            "rect");

    static boolean has(String name) {
        return KNOWN.contains(name);
    }

    static boolean hasPerhaps(String name) {
        return AMBIGUOUS.contains(name);
    }

    private KnownTags() {}
}
