package whatnow.knowledge.check;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import whatnow.knowledge.Article;
import whatnow.knowledge.markdown.Markdown;

/** Words that did harm in plans before. Prose may warn of them; a command may not hold them. */
final class WordsRule implements ArticleRule {

    private record Forbidden(Pattern words, String instead) {}

    private static final List<Forbidden> IN_COMMANDS = List.of(
            new Forbidden(Pattern.compile("\\bdown\\b[^\\n]*(?:--volumes|\\s-v\\b)"), "down without volumes"),
            new Forbidden(Pattern.compile("recovery\\.conf"), "recovery.signal and postgresql.auto.conf"));
    private static final List<Forbidden> IN_PROSE = List.of(
            new Forbidden(Pattern.compile("\\bdown\\b[^\\n]*--volumes"), "a warning, or nothing"),
            new Forbidden(Pattern.compile("recovery\\.conf"), "recovery.signal and postgresql.auto.conf"),
            new Forbidden(
                    Pattern.compile("(?i)\\bno data (?:loss|was lost|has been lost)\\b"), "the loss, from its check"));
    private static final Pattern WARNING = Pattern.compile(
            "(?i)\\b(?:never|not|cannot|don't|nor|unless|without|instead of|refuses?|must have|no longer)\\b");
    private static final Pattern RESOLVER = Pattern.compile("(?:>|tee)\\s*/etc/resolv\\.conf");
    private static final Pattern RESOLVER_COPY = Pattern.compile("cp\\s[^\\n]*/etc/resolv\\.conf");

    @Override
    public void check(Subject subject) {
        if (subject.is(Article.Type.LESSON)) {
            return;
        }
        subject.fences().forEach(it -> commands(subject, it));
        prose(subject);
    }

    private static void commands(Subject subject, FencedCodeBlock fence) {
        var text = fence.getLiteral();
        for (var it : IN_COMMANDS) {
            if (it.words().matcher(text).find()) {
                subject.find(Markdown.line(fence), "A command holds %s.".formatted(it.words()), it.instead(), "that");
            }
        }
        if (RESOLVER.matcher(text).find() && !RESOLVER_COPY.matcher(text).find()) {
            subject.find(Markdown.line(fence), "/etc/resolv.conf is overwritten.", "a copy before it", "cp -a first");
        }
    }

    private static void prose(Subject subject) {
        var line = 1;
        var isFenced = false;
        for (var text : subject.body().split("\n", -1)) {
            isFenced ^= text.strip().startsWith("```");
            if (!isFenced) {
                sentences(subject, line, text);
            }
            line++;
        }
    }

    private static void sentences(Subject subject, int line, String text) {
        for (var sentence : text.split("(?<=[.!?])\\s+", -1)) {
            for (var it : IN_PROSE) {
                var words = it.words().matcher(sentence);
                if (words.find() && !WARNING.matcher(sentence).find()) {
                    subject.find(
                            line,
                            "(%s) is said as if it were so.".formatted(sentence.strip()),
                            it.instead(),
                            "a warning");
                }
            }
        }
    }
}
