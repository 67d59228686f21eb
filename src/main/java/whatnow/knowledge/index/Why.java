package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import whatnow.knowledge.Article;
import whatnow.knowledge.words.Token;
import whatnow.knowledge.words.Words;

/** The score of a section in words. */
final class Why {

    private static final int MOST_WORDS = 6;

    static List<String> of(
            Article article, String heading, Passage passage, AskedTerms asked, List<Standing> standing) {
        var said = new LinkedHashSet<String>();
        var why = new ArrayList<String>();
        add(why, "in the title", terms(article.title()), asked, said);
        add(why, "in the heading", terms(heading), asked, said);
        add(why, "in the text", passage.terms(), asked, said);
        standing.stream().filter(it -> it.by() > 1).forEach(it -> why.add("%s (×%.2f)".formatted(it.words(), it.by())));
        standing.stream().filter(it -> it.by() < 1).forEach(it -> why.add("%s (×%.2f)".formatted(it.words(), it.by())));
        return why;
    }

    private static Set<String> terms(String text) {
        return Words.written(text).stream().map(Token::text).collect(Collectors.toSet());
    }

    private static void add(List<String> why, String where, Set<String> there, AskedTerms asked, Set<String> said) {
        var words = asked.weights().entrySet().stream()
                .filter(it -> it.getValue().kind() != Token.Kind.CONCEPT && there.contains(it.getKey()))
                .map(it -> it.getValue().shown())
                .filter(said::add)
                .limit(MOST_WORDS)
                .toList();
        if (!words.isEmpty()) {
            why.add(where + ": " + String.join(", ", words));
        }
    }

    private Why() {}
}
