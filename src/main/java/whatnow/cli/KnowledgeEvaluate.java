package whatnow.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import whatnow.knowledge.measure.Measuring;
import whatnow.knowledge.measure.QueryFile;

/** How good the search is, as a number that a change must not lower. Needs no server. */
@Command(
        name = "evaluate",
        description = "Measures the search: questions with known answers, beside plain Lucene on the same files.")
class KnowledgeEvaluate implements Callable<Integer> {

    @Option(names = "--documents", required = true, paramLabel = "DIR", description = "any folder of Markdown")
    Path documents = Path.of("");

    @Option(names = "--queries", required = true, paramLabel = "FILE", description = "one JSON object in a line")
    Path queries = Path.of("");

    @Option(
            names = "--embeddings",
            paramLabel = "URL",
            description = "also with embeddings of this endpoint; its key is WHATNOW_EMBEDDINGS_KEY")
    String embeddings = "";

    @Option(names = "--model", paramLabel = "NAME", description = "of the embeddings")
    String model = "";

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() throws IOException {
        try {
            var text = new EvaluationText(Measuring.of(documents, QueryFile.read(queries), embeddings, model, key()));
            Screen.say(Screen.wantsJson(json) ? JsonMapper.shared().writeValueAsString(text.json()) : text.text());
            return Terminal.OK;
        } catch (NoSuchFileException missing) {
            Screen.complain(
                    "The file (%s) does not exist. Try the path of a folder of Markdown and a file of questions."
                            .formatted(missing.getFile()));
        } catch (IllegalArgumentException broken) {
            Screen.complain(String.valueOf(broken.getMessage()));
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** Not an option: options are seen in the list of processes. */
    private static String key() {
        return Optional.ofNullable(System.getenv("WHATNOW_EMBEDDINGS_KEY")).orElse("");
    }
}
