package whatnow.knowledge.foreign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template would show in place of an expression, as far as the file itself tells: words, a path, the
 * title of the page, or nothing.
 *
 * @param title of the page
 */
record TemplateWords(String title) {

    private static final Pattern NAMED =
            Pattern.compile("\\b(?:text|title|caption|name|label|heading|summary|alt) *= *(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern QUOTED = Pattern.compile("^[a-z_-]+ +(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`)");
    private static final Pattern BARE = Pattern.compile("^(?:ref|relref|link) +([^\\s\"']+)");
    private static final Pattern POINTS = Pattern.compile("^(?:ref|relref|link)\\b.*");
    private static final Pattern PAGE_TITLE =
            Pattern.compile("(?s).*\\b(?:page|frontMatter|current_page\\.data)\\.title\\b.*");
    private static final Pattern SITE =
            Pattern.compile("\\s*(?:site|page|layout|include|config|content|jekyll|baseurl|frontMatter)\\b.*");

    /** Of Hugo: {@code {{< name "argument" key="value" >}}}. */
    String shortcode(String inside) {
        var written = inside.strip();
        if (written.startsWith("/") || written.startsWith("!")) {
            return "";
        }
        var bare = BARE.matcher(written);
        if (bare.find()) {
            return bare.group(1);
        }
        var quoted = QUOTED.matcher(written);
        if (quoted.find() && (POINTS.matcher(written).matches() || isSaid(written, first(quoted)))) {
            return first(quoted);
        }
        var named = NAMED.matcher(written);
        return named.find() ? first(named) : "";
    }

    /** An argument is words when it is a heading's or has several; else it is the name of a file or a thing. */
    private static boolean isSaid(String written, String argument) {
        return written.startsWith("heading ") || argument.contains(" ");
    }

    private static String first(Matcher matcher) {
        for (var group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    /** Of Hugo, Jekyll and MDX. One that is none of the site stays: alerts are full of such. */
    String variable(String inside) {
        if (PAGE_TITLE.matcher(inside).matches()) {
            return title;
        }
        return SITE.matcher(inside).matches() ? "" : "{{" + inside + "}}";
    }

    /** Of Jekyll: {@code {% link path %}}. */
    String liquid(String inside) {
        var written = inside.replace("-", " ").strip();
        return written.startsWith("link ") || written.startsWith("post_url ")
                ? inside.strip().replaceFirst("^-? *\\w+ +", "").strip()
                : "";
    }

    /** Of Middleman, in Ruby. */
    String ruby(String inside) {
        return PAGE_TITLE.matcher(inside).matches() ? title : "";
    }
}
