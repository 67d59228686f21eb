package whatnow.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whatnow.knowledge.Library;
import whatnow.now.Shown;

/** Searching runbooks, for programs and terminals. */
@RestController
@Tag(name = "Knowledge")
class SearchApi {

    private static final int HITS = 10;

    private final Library library;

    SearchApi(Library library) {
        this.library = library;
    }

    record Found(String article, String title, String section, String heading, String snippet, String path) {}

    record Answer(String q, Optional<String> note, List<Found> hits) {}

    @GetMapping(path = "/api/v1/kb/search", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer search(@RequestParam String q) {
        var hits = library.search(q, HITS).stream()
                .map(it -> new Found(
                        it.article().slug(),
                        it.title(),
                        it.section(),
                        it.heading(),
                        it.snippet(),
                        "/kb/%s#%s".formatted(it.article().slug(), it.section())))
                .toList();
        return new Answer(q, library.noteOn(q), hits);
    }

    @GetMapping(path = "/api/v1/kb/search", produces = MediaType.TEXT_PLAIN_VALUE)
    String text(@RequestParam String q) {
        var answer = search(q);
        var note = answer.note().map(it -> it + "\n").orElse("");
        if (answer.hits().isEmpty()) {
            return note + "Nothing was found. Try fewer words, or the name of the alert.\n";
        }
        return note
                + answer.hits().stream()
                        .map(it -> "%s#%s  %s: %s\n    %s\n"
                                .formatted(
                                        it.article(), it.section(), it.title(), it.heading(), Shown.of(it.snippet())))
                        .collect(Collectors.joining());
    }
}
