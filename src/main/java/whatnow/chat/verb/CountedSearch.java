package whatnow.chat.verb;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Library;
import whatnow.knowledge.SearchesReached;
import whatnow.knowledge.question.Circumstances;
import whatnow.time.Now;

/** The search of the page, asked in words: it finds the same, and what it led to is counted too. */
@Component
class CountedSearch {

    private final Library library;
    private final SearchesReached reached;
    private final Now now;

    CountedSearch(Library library, SearchesReached reached, Now now) {
        this.library = library;
        this.reached = reached;
        this.now = now;
    }

    Found find(String words, int most) {
        var today = LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
        var around = new Circumstances(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.of(today));
        var found = library.find(words, around, most);
        reached.note(found.hits().stream().map(Hit::article).distinct().toList());
        return found;
    }
}
