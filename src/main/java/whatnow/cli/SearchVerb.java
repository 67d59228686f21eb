package whatnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Library;
import whatnow.knowledge.question.Circumstances;
import whatnow.now.Shown;

/** Finds runbook sections; with no server in reach it reads the files itself. */
@Command(name = "search", description = "Finds the section of a runbook. Works without a server.")
class SearchVerb implements Callable<Integer> {

    private static final int HITS = 10;

    @Parameters(arity = "1..*", paramLabel = "WORD", description = "alert name, error text, words")
    List<String> words = List.of();

    @Option(names = "--incident", paramLabel = "INC", description = "what is about this incident comes first")
    Optional<String> incident = Optional.empty();

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() {
        var question = String.join(" ", words);
        try {
            var within = incident.map(it -> "&incident=" + Server.encoded(it)).orElse("");
            Screen.say(Server.known("cli")
                    .get("/api/v1/kb/search?q=" + Server.encoded(question) + within, Screen.wantsJson(json)));
            return Terminal.OK;
        } catch (Server.Away away) {
            Screen.complain(away.getMessage() + " Answered from the files here"
                    + (incident.isPresent() ? ", which know no incident." : "."));
            try (var library = Library.open(
                    Optional.ofNullable(System.getenv("WHATNOW_KNOWLEDGE")).orElse(""))) {
                var found = library.find(question, Circumstances.NONE, HITS);
                Screen.say(Screen.wantsJson(json) ? json(question, found) : text(found));
            }
            return Terminal.OFFLINE;
        }
    }

    /** In the shape in which the server answers. */
    private static String json(String question, Found found) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("q", question);
        answer.put("note", found.notes().isEmpty() ? null : String.join(" ", found.notes()));
        answer.put("didYouMean", found.didYouMean());
        answer.put("hits", found.hits().stream().map(SearchVerb::section).toList());
        return JsonMapper.shared().writeValueAsString(answer);
    }

    private static Map<String, Object> section(Hit hit) {
        var section = new LinkedHashMap<String, Object>();
        section.put("article", hit.article().slug());
        section.put("title", hit.title());
        section.put("type", hit.type().word());
        section.put("section", hit.section());
        section.put("heading", hit.heading());
        section.put("snippet", hit.snippet());
        section.put("marks", hit.marks());
        section.put("score", hit.score());
        section.put("why", hit.why());
        section.put("path", "/kb/%s#%s".formatted(hit.article().slug(), hit.section()));
        return section;
    }

    private static String text(Found found) {
        var lines = new ArrayList<String>(found.notes());
        found.didYouMean()
                .ifPresent(it -> lines.add("Did you mean: %s? Both were searched for.".formatted(Shown.of(it))));
        if (found.hits().isEmpty()) {
            lines.add("Nothing was found. Try fewer words, or the name of the alert.");
        }
        found.hits()
                .forEach(it -> lines.add("%s  %s: %s\n    %s"
                        .formatted(
                                it.citation(), Shown.of(it.title()), Shown.of(it.heading()), Shown.of(it.snippet()))));
        return String.join("\n", lines);
    }
}
