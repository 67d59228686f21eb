package whatnow.action;

import static whatnow.action.PersonalFacts.said;
import static whatnow.action.Refusal.cut;
import static whatnow.action.Refusal.refused;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whatnow.feedback.Draft;
import whatnow.feedback.DraftText;
import whatnow.feedback.Drafts;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Verdict;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;
import whatnow.notation.CitationForm;
import whatnow.security.Person;
import whatnow.time.Now;

/** What a person says of an article that an incident led to. It is a fact, and nothing that is decided depends on it. */
@Component
@Transactional
public class ArticleFeedback {

    private final Incidents incidents;
    private final Drafts drafts;
    private final Library library;
    private final PersonalFacts facts;
    private final Now now;

    ArticleFeedback(Incidents incidents, Drafts drafts, Library library, Now now) {
        this.incidents = incidents;
        this.drafts = drafts;
        this.library = library;
        this.facts = new PersonalFacts(incidents, now);
        this.now = now;
    }

    /**
     * Writes it down.
     *
     * @param article {@code slug} or {@code slug#section}; blank where none fits, and then only something is missing
     * @param verdict {@code helped}, {@code wrong} or {@code missing}
     * @param note what is wrong or missing, in words; may be blank
     * @return the draft that was opened, or had been for the same words, where something is missing
     */
    public Optional<Draft> say(Person person, String number, String article, String verdict, String note) {
        var incident = incident(number);
        var says = Verdict.named(verdict)
                .orElseThrow(() -> refused(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The verdict (%s) is not one of %s."
                                .formatted(cut(verdict), String.join(", ", Verdict.keys()))));
        var cited = cited(article, says);
        var fields = said("verdict", says.key());
        cited.ifPresent(it -> {
            var parts = it.split("#", 2);
            fields.putAll(said("article", parts[0]));
            fields.putAll(said("section", parts.length > 1 ? parts[1] : ""));
        });
        fields.putAll(said("note", note));
        var draft =
                says == Verdict.MISSING ? Optional.of(draft(person, incident, cited, note)) : Optional.<Draft>empty();
        draft.ifPresent(it -> fields.put("draft", Long.toString(it.number())));
        facts.learn(person, incident, FactType.ARTICLE_FEEDBACK, State.TRUE, fields);
        return draft;
    }

    /** A button that is pressed twice opens one draft. */
    private Draft draft(Person person, Incident incident, Optional<String> article, String note) {
        var asked = note.strip();
        return drafts.of(incident.id()).stream()
                .filter(it -> it.note().equals(asked) && it.article().equals(article))
                .findFirst()
                .orElseGet(() -> drafts.open(
                        incident, article, text(incident, article, asked), asked, person.name(), now.instant()));
    }

    private DraftText text(Incident incident, Optional<String> article, String note) {
        var missed = new DraftText.Missed(
                incident, article, note, incidents.symptoms(incident.id()), incidents.facts(incident.id()));
        return DraftText.of(
                missed,
                id -> !ArticleId.isSlug(id) || library.find(new ArticleId(id)).isPresent());
    }

    private Optional<String> cited(String article, Verdict verdict) {
        var typed = article.strip();
        if (typed.isEmpty() && verdict == Verdict.MISSING) {
            return Optional.empty();
        }
        if (!CitationForm.isArticleOrSection(typed)) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The article (%s) is not written as an article is cited. Try regional-failover or regional-failover#steps."
                            .formatted(cut(typed)));
        }
        if (library.find(new ArticleId(CitationForm.article(typed))).isEmpty()) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "There is no article (%s). The runbooks page has all of them.".formatted(cut(typed)));
        }
        return Optional.of(typed);
    }

    private Incident incident(String number) {
        return incidents
                .numbered(number)
                .orElseThrow(() -> refused(
                        HttpStatus.NOT_FOUND,
                        "There is no incident (%s). The list of incidents has all of them.".formatted(cut(number))));
    }
}
