package whatnow.knowledge.check;

import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import whatnow.knowledge.Article;
import whatnow.knowledge.markdown.Markdown;

/** Messages promise nothing that nobody has checked. */
final class TemplateRule implements ArticleRule {

    private static final Pattern PROMISE =
            Pattern.compile("(?i)no data (?:loss|was lost)|\\bverified\\b|fully operational");
    private static final Pattern CLOCK =
            Pattern.compile("\\b\\d{1,2}:\\d{2}\\b|(?i)\\bwithin \\d+ (?:minutes?|hours?)");
    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");
    private static final Pattern OTHER_PLACE = Pattern.compile("\\[[A-Z][A-Z0-9 _/-]*]|<[a-z_ -]+>");
    private static final Pattern LOSS =
            Pattern.compile("(?i)\\bdata loss\\b|\\blost data\\b|\\bwas lost\\b|\\bwere lost\\b");
    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*");

    @Override
    public void check(Subject subject) {
        if (!subject.is(Article.Type.TEMPLATE)) {
            return;
        }
        var messages = subject.fences().stream()
                .filter(it -> "text".equals(it.getInfo()))
                .toList();
        if (messages.size() != 1) {
            var line = subject.article().section("message").map(it -> it.line()).orElse(1);
            subject.find(line, "The template has %d messages.".formatted(messages.size()), "one ```text block", "one");
        }
        messages.forEach(it -> message(subject, it));
    }

    private static void message(Subject subject, FencedCodeBlock message) {
        var text = message.getLiteral();
        each(subject, message, PROMISE, "a value from its check, such as {validated_loss}");
        each(subject, message, CLOCK, "a place-holder such as {next_update_at}");
        each(subject, message, OTHER_PLACE, "{snake_case}");
        BRACES.matcher(text)
                .results()
                .filter(it -> !SNAKE.matcher(it.group(1)).matches())
                .forEach(it -> find(subject, message, it.group(), "{snake_case}"));
        if (LOSS.matcher(text).find() && !text.contains("{validated_loss}")) {
            find(subject, message, "data loss", "{validated_loss}");
        }
    }

    private static void each(Subject subject, FencedCodeBlock message, Pattern wrong, String expected) {
        wrong.matcher(message.getLiteral()).results().forEach(it -> find(subject, message, it.group(), expected));
    }

    private static void find(Subject subject, FencedCodeBlock message, String words, String expected) {
        subject.find(Markdown.line(message), "The message says (%s).".formatted(words), expected, "that instead");
    }
}
