package whatnow.feedback;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import whatnow.decision.Outcome;
import whatnow.notation.CitationForm;

/** The articles that an outcome cites, and of which it proposes the steps. */
final class UsedArticles {

    /** Slug to whether its steps are proposed; sorted, so that two transactions never wait for each other's rows. */
    static SortedMap<String, Boolean> of(Outcome outcome) {
        var used = new TreeMap<String, Boolean>();
        cited(outcome).map(UsedArticles::slug).filter(CitationForm::isSlug).forEach(it -> used.put(it, false));
        outcome.choice()
                .chosen()
                .map(it -> slug(it.article()))
                .filter(CitationForm::isSlug)
                .ifPresent(it -> used.put(it, true));
        return used;
    }

    private static Stream<String> cited(Outcome outcome) {
        return Stream.of(
                        outcome.reasons().stream().map(Outcome.Reason::runbook),
                        outcome.tier().article().stream(),
                        outcome.calls().stream().map(Outcome.Call::article),
                        outcome.tellings().stream().map(Outcome.Telling::template))
                .flatMap(it -> it);
    }

    /** {@code templates/status-update.md} and {@code regional-failover#steps} name articles too. */
    static String slug(String citation) {
        return CitationForm.article(citation).replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
    }

    private UsedArticles() {}
}
