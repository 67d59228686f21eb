package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.knowledge.Hit;

/** Finds sections of runbooks. */
@Component
class SearchVerb implements Verb {

    private static final int HITS = 5;

    private final CountedSearch search;

    SearchVerb(CountedSearch search) {
        this.search = search;
    }

    @Override
    public Usage usage() {
        return Usage.looks(
                        "search",
                        "search <words>",
                        "Finds the section of a runbook by an alert's name, an error text or words.")
                .alias("find");
    }

    @Override
    public Reply answer(Said said) {
        if (said.rest().isBlank()) {
            return Reply.refused("Say what to search for.", "For example: search promote standby");
        }
        var found = search.find(said.rest(), HITS);
        var hits = found.hits();
        var rows = new ArrayList<Row>();
        rows.add(Row.head(
                hits.isEmpty()
                        ? "Nothing was found."
                        : "Found for: " + said.rest().strip()));
        found.notes().forEach(it -> rows.add(Row.note(it)));
        found.didYouMean().ifPresent(it -> rows.add(Row.note("Did you mean: " + it + "? Both were searched for.")));
        hits.forEach(it -> rows.add(row(it)));
        if (hits.isEmpty()) {
            rows.add(Row.text("Try fewer words, or the name of the alert."));
        }
        return new Reply(Outcome.ANSWERED, true, Optional.empty(), "", rows, List.of(), List.of(), List.of());
    }

    static Row row(Hit hit) {
        var snippet = hit.snippet().replaceAll("\\s+", " ");
        return Row.link(
                "%s: %s. %s"
                        .formatted(
                                hit.title(),
                                hit.heading(),
                                snippet.length() > 120 ? snippet.substring(0, 120) + "\u2026" : snippet),
                "/kb/%s#%s".formatted(hit.article().slug(), hit.section()));
    }
}
