package whatnow.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import whatnow.knowledge.Article;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Library;
import whatnow.knowledge.SearchesReached;
import whatnow.knowledge.question.Circumstances;
import whatnow.security.Person;
import whatnow.time.Now;

/** The search for people at pages and for their programs: nobody has more than two running at once. */
@Component
public class Searches {

    private static final int MOST_AT_ONCE = 2;

    private final Library library;
    private final SearchesReached reached;
    private final Now now;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    Searches(Library library, SearchesReached reached, Now now) {
        this.library = library;
        this.reached = reached;
        this.now = now;
    }

    /**
     * What somebody asked for to the end: it is counted what it led to.
     *
     * @param around what puts articles first, apart from the day
     */
    public Found find(Person person, String words, Circumstances around, int most) {
        return inTurn(person, () -> {
            var found = library.find(words, around.on(today()), most);
            reached.note(found.hits().stream().map(Hit::article).distinct().toList());
            return found;
        });
    }

    /** The same for words that may be unfinished; nothing is counted. */
    public Found whileTyping(Person person, String words, Circumstances around, int most) {
        return inTurn(person, () -> library.find(words, around.on(today()), most));
    }

    private Found inTurn(Person person, Supplier<Found> search) {
        begin(person.name());
        try {
            return search.get();
        } finally {
            running.computeIfPresent(person.name(), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    public List<Article> suggest(String words, int most) {
        return library.suggest(words, most);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
    }

    private void begin(String name) {
        var count = running.merge(name, 1, Integer::sum);
        if (count > MOST_AT_ONCE) {
            running.computeIfPresent(name, (_, it) -> it == 1 ? null : it - 1);
            throw new ResponseStatusException(
                    HttpStatus.TOO_MANY_REQUESTS, "Two of your searches are still running. Try again in a second.");
        }
    }
}
