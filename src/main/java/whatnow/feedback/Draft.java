package whatnow.feedback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import whatnow.incident.IncidentId;
import whatnow.notation.CitationForm;

/**
 * An article that does not exist yet, as far as the incident that missed it could write it.
 *
 * @param incidentNumber as people say it
 * @param article the one that something is missing from; empty where there was none
 * @param note what is missing, in the words of whoever missed it
 * @param text Markdown with front matter, to be finished and put into the articles
 */
public record Draft(
        long number,
        @JsonIgnore IncidentId incident,
        String incidentNumber,
        Optional<String> article,
        String title,
        String note,
        String text,
        String by,
        Instant at) {

    /** The name that the file gets among the articles: its id. */
    public String file() {
        return text.lines()
                        .filter(it -> it.startsWith("id: "))
                        .findFirst()
                        .map(it -> it.substring(4).strip())
                        .filter(CitationForm::isSlug)
                        .orElse("draft-" + number)
                + ".md";
    }

    /** Where it is shown. */
    public String path() {
        return "/drafts/" + number;
    }
}
