package whatnow.chat.verb;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.clearance.SearchContext;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Library;
import whatnow.knowledge.SearchesReached;
import whatnow.security.Person;
import whatnow.time.Now;

/** The search of the page, asked in words: it finds the same, and what it led to is counted too. */
@Component
class CountedSearch {

    private final Library library;
    private final SearchContext context;
    private final SearchesReached reached;
    private final Now now;

    CountedSearch(Library library, SearchContext context, SearchesReached reached, Now now) {
        this.library = library;
        this.context = context;
        this.reached = reached;
        this.now = now;
    }

    /** @param incident whose circumstances put articles first; one that the person may see */
    Found find(Person person, String words, Optional<String> incident, int most) {
        var around = context.of(person, incident).on(LocalDate.ofInstant(now.instant(), ZoneOffset.UTC));
        var found = library.find(words, around, most);
        reached.note(found.hits().stream().map(Hit::article).distinct().toList());
        return found;
    }
}
