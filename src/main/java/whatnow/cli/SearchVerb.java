package whatnow.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Library;
import whatnow.now.Shown;

/** Finds runbook sections; with no server in reach it reads the files itself. */
@Command(name = "search", description = "Finds the section of a runbook. Works without a server.")
class SearchVerb implements Callable<Integer> {

    private static final int HITS = 10;

    @Parameters(arity = "1..*", paramLabel = "WORD", description = "alert name, error text, words")
    List<String> words = List.of();

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() {
        var question = String.join(" ", words);
        try {
            Screen.say(
                    Server.known("cli").get("/api/v1/kb/search?q=" + Server.encoded(question), Screen.wantsJson(json)));
            return Terminal.OK;
        } catch (Server.Away away) {
            Screen.complain(away.getMessage() + " Answered from the files here.");
            try (var library = Library.open(
                    Optional.ofNullable(System.getenv("WHATNOW_KNOWLEDGE")).orElse(""))) {
                var hits = library.search(question, HITS);
                var note = library.noteOn(question);
                Screen.say(Screen.wantsJson(json) ? json(question, note, hits) : text(note, hits));
            }
            return Terminal.OFFLINE;
        }
    }

    /** In the shape in which the server answers. */
    private static String json(String question, Optional<String> note, List<Hit> hits) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("q", question);
        answer.put("note", note);
        answer.put("hits", hits.stream().map(SearchVerb::found).toList());
        return JsonMapper.shared().writeValueAsString(answer);
    }

    private static Map<String, String> found(Hit hit) {
        var found = new LinkedHashMap<String, String>();
        found.put("article", hit.article().slug());
        found.put("title", hit.title());
        found.put("section", hit.section());
        found.put("heading", hit.heading());
        found.put("snippet", hit.snippet());
        found.put("path", "/kb/%s#%s".formatted(hit.article().slug(), hit.section()));
        return found;
    }

    private static String text(Optional<String> note, List<Hit> hits) {
        var found = hits.isEmpty()
                ? "Nothing was found. Try fewer words, or the name of the alert."
                : hits.stream()
                        .map(it -> "%s  %s: %s\n    %s"
                                .formatted(it.citation(), it.title(), it.heading(), Shown.of(it.snippet())))
                        .collect(Collectors.joining("\n"));
        return note.map(it -> it + "\n").orElse("") + found;
    }
}
