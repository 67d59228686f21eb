package whatnow.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whatnow.clearance.SearchContext;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;
import whatnow.now.Shown;
import whatnow.security.Person;
import whatnow.web.Searches;

/** Searching runbooks, for programs and terminals. */
@RestController
@Tag(name = "Knowledge")
class SearchApi {

    private static final int HITS = 10;
    private static final int SUGGESTIONS = 8;

    private final Searches searches;
    private final SearchContext context;

    SearchApi(Searches searches, SearchContext context) {
        this.searches = searches;
        this.context = context;
    }

    /** @param why the score in words */
    record Section(
            String article,
            String title,
            String type,
            String section,
            String heading,
            String snippet,
            List<Hit.Mark> marks,
            float score,
            List<String> why,
            String path) {}

    /** @param facets of the articles found: how many have which value */
    record Answer(
            String q,
            Optional<String> note,
            Optional<String> didYouMean,
            List<Section> hits,
            Map<String, Map<String, Integer>> facets) {}

    record Suggestion(String article, String title, String path) {}

    @GetMapping(path = "/api/v1/kb/search", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer search(
            @AuthenticationPrincipal Person person, @RequestParam String q, @RequestParam Optional<String> incident) {
        var found = searches.find(person, q, context.of(person, incident), HITS);
        return new Answer(
                q,
                note(found),
                found.didYouMean(),
                found.hits().stream().map(SearchApi::section).toList(),
                facets(found));
    }

    @GetMapping(path = "/api/v1/kb/search", produces = MediaType.TEXT_PLAIN_VALUE)
    String text(
            @AuthenticationPrincipal Person person, @RequestParam String q, @RequestParam Optional<String> incident) {
        var found = searches.find(person, q, context.of(person, incident), HITS);
        var note = note(found).map(it -> it + "\n").orElse("")
                + found.didYouMean()
                        .map(it -> "Did you mean: %s? Both were searched for.\n".formatted(Shown.of(it)))
                        .orElse("");
        if (found.hits().isEmpty()) {
            return note + "Nothing was found. Try fewer words, or the name of the alert.\n";
        }
        return note + found.hits().stream().map(SearchApi::line).collect(Collectors.joining());
    }

    @GetMapping(path = "/api/v1/kb/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Suggestion> suggest(@RequestParam String q) {
        return searches.suggest(q, SUGGESTIONS).stream()
                .map(it -> new Suggestion(it.id().slug(), it.title(), "/kb/" + it.id()))
                .toList();
    }

    private static String line(Hit hit) {
        return "%s  %s: %s\n    %s\n"
                .formatted(hit.citation(), Shown.of(hit.title()), Shown.of(hit.heading()), Shown.of(hit.snippet()));
    }

    private static Section section(Hit hit) {
        return new Section(
                hit.article().slug(),
                hit.title(),
                hit.type().word(),
                hit.section(),
                hit.heading(),
                hit.snippet(),
                hit.marks(),
                hit.score(),
                hit.why(),
                "/kb/%s#%s".formatted(hit.article().slug(), hit.section()));
    }

    private static Optional<String> note(Found found) {
        return found.notes().isEmpty() ? Optional.empty() : Optional.of(String.join(" ", found.notes()));
    }

    private static Map<String, Map<String, Integer>> facets(Found found) {
        var facets = new TreeMap<String, Map<String, Integer>>();
        found.facets().forEach((field, values) -> {
            var counts = new TreeMap<String, Integer>();
            values.forEach(it -> counts.put(it.value(), it.articles()));
            facets.put(field.word(), counts);
        });
        return facets;
    }
}
