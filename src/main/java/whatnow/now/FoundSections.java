package whatnow.now;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import whatnow.incident.IncidentId;
import whatnow.incident.Symptom;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Library;
import whatnow.knowledge.SearchesReached;
import whatnow.knowledge.question.Circumstances;
import whatnow.notation.CitationForm;
import whatnow.now.NowCard.Link;

/**
 * What the search finds for an incident's own words, for the links of its card: the names of its alerts and
 * what they say is wrong, with articles about its service, region and plan first. That counts as reached when it is
 * searched for, however often the card is looked at.
 */
@Component
class FoundSections {

    private static final int MOST = 2;
    private static final int LOOKED_AT = 30;
    private static final int MOST_SYMPTOMS = 5;
    private static final int REMEMBERED = 500;

    private record Asked(IncidentId incident, String words, Circumstances around, String besides) {}

    private final Library library;
    private final SearchesReached reached;
    private final Map<Asked, List<Link>> known = new ConcurrentHashMap<>();
    private volatile long edition = -1;

    FoundSections(Library library, SearchesReached reached) {
        this.library = library;
        this.reached = reached;
    }

    /** Sections of other articles than the one whose steps the card shows. */
    List<Link> of(Picture picture) {
        forgetWhatIsOld();
        var symptoms = picture.symptoms().limit(MOST_SYMPTOMS).toList();
        var shown =
                picture.chosen().map(it -> CitationForm.article(it.article())).orElse("");
        return symptoms.isEmpty()
                ? List.of()
                : known.computeIfAbsent(
                        new Asked(picture.incident().id(), words(symptoms), around(picture, symptoms), shown),
                        this::find);
    }

    private List<Link> find(Asked asked) {
        var best = new LinkedHashMap<ArticleId, Hit>();
        library.find(asked.words(), asked.around(), LOOKED_AT).hits().stream()
                .filter(it -> !it.article().slug().equals(asked.besides()))
                .forEach(it -> best.putIfAbsent(it.article(), it));
        var toDo = best.values().stream()
                .filter(it -> it.type() != Article.Type.POSTMORTEM)
                .limit(MOST);
        var learnt = best.values().stream()
                .filter(it -> it.type() == Article.Type.POSTMORTEM)
                .limit(1);
        var shown = Stream.concat(toDo, learnt).toList();
        reached.note(shown.stream().map(Hit::article).toList());
        return shown.stream().map(FoundSections::link).toList();
    }

    private static Link link(Hit hit) {
        var what = hit.type() == Article.Type.POSTMORTEM ? "Happened before" : "May help";
        return new Link(
                "%s: %s: %s".formatted(what, hit.title(), hit.heading()),
                "/kb/%s#%s".formatted(hit.article(), hit.section()));
    }

    private static String words(List<Symptom> symptoms) {
        var words = new LinkedHashSet<String>();
        for (var symptom : symptoms) {
            symptom.alerts().stream().limit(MOST).forEach(words::add);
            words.add(symptom.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            words.add(symptom.service());
        }
        return String.join(" ", words);
    }

    private static Circumstances around(Picture picture, List<Symptom> symptoms) {
        return IncidentCircumstances.of(
                symptoms,
                List.of(picture.outcome().assessment().severity().name()),
                picture.plan().id().name());
    }

    private void forgetWhatIsOld() {
        var now = library.edition();
        if (now != edition || known.size() > REMEMBERED) {
            known.clear();
            edition = now;
        }
    }
}
