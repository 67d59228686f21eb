package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.knowledge.Hit;
import whatnow.now.NowCard;
import whatnow.security.Person;

/** Finds sections of runbooks. */
@Component
class SearchVerb implements Verb {

    private static final int HITS = 5;

    private final OnScreen screen;
    private final CountedSearch search;

    SearchVerb(OnScreen screen, CountedSearch search) {
        this.screen = screen;
        this.search = search;
    }

    @Override
    public Usage usage() {
        return Usage.looks(
                        "search",
                        "search [INC] <words>",
                        "Finds the section of a runbook by an alert's name, an error text or words; in an incident, what is about it first.")
                .alias("find");
    }

    @Override
    public Reply answer(Said said) {
        if (said.rest().isBlank()) {
            return Reply.refused("Say what to search for.", "For example: search promote standby");
        }
        if (said.here().isEmpty() && OnScreen.number(said.rest()).isEmpty()) {
            return found(said.person(), said.rest().strip(), Optional.empty());
        }
        return switch (screen.meant(said, name())) {
            case OnScreen.One one
            when one.rest().isEmpty() ->
                Reply.refused(
                        "Say what to search for.",
                        "For example: search %s promote standby"
                                .formatted(one.card().incident()));
            case OnScreen.One one -> found(said.person(), one.rest(), Optional.of(one.card()));
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    private Reply found(Person person, String words, Optional<NowCard> about) {
        var incident = about.map(NowCard::incident);
        var found = search.find(person, words, incident, HITS);
        var hits = found.hits();
        var rows = new ArrayList<Row>();
        rows.add(Row.head(hits.isEmpty() ? "Nothing was found." : "Found for: " + words));
        incident.ifPresent(it -> rows.add(Row.note("What is about %s comes first.".formatted(it))));
        found.notes().forEach(it -> rows.add(Row.note(it)));
        found.didYouMean().ifPresent(it -> rows.add(Row.note("Did you mean: " + it + "? Both were searched for.")));
        hits.forEach(it -> rows.add(row(it)));
        if (hits.isEmpty()) {
            rows.add(Row.text("Try fewer words, or the name of the alert."));
        }
        return new Reply(
                Outcome.ANSWERED,
                about.filter(NowCard::isRestricted).isEmpty(),
                incident,
                "",
                rows,
                List.of(),
                List.of(),
                List.of());
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
