package whatnow.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.words.Names;
import whatnow.chat.words.SentenceReader;
import whatnow.chat.words.Sentences;
import whatnow.chat.words.WordsReport;
import whatnow.plan.PlanId;
import whatnow.plan.PlanReader;
import whatnow.plan.RecoveryPlan;

/** How plain words are read. Needs no server. */
@Command(name = "words", description = "Shows how well plain words are read into facts.")
class WordsVerb {

    private static final int ROUNDS = 10;

    @Command(
            name = "report",
            description = "Reads the sentences of a file and compares what was read with what the file expects.")
    int report(
            @Parameters(paramLabel = "FILE", description = "sentences with what is to be read in them") Path file,
            @Option(names = "--knowledge", defaultValue = "knowledge-base", description = "(default ${DEFAULT-VALUE})")
                    Path knowledge,
            @Option(names = "--json", description = "JSON also on a terminal") boolean json)
            throws IOException {
        var sentences = Sentences.of(text(file, "a text file of sentences (docs/words.md)"));
        var names = Names.of(plans(knowledge.resolve("plans"), sentences.plans()));
        var report = WordsReport.of(sentences, names);
        var median = medianMicros(sentences, names);
        Screen.say(Screen.wantsJson(json) ? json(report, median) : report.text() + spoken(median));
        return report.exitCode();
    }

    private static String json(WordsReport report, long medianMicros) {
        var mapper = JsonMapper.shared();
        var tree = mapper.<ObjectNode>valueToTree(report);
        return mapper.writeValueAsString(tree.put("medianMicros", medianMicros));
    }

    private static String spoken(long medianMicros) {
        return "median reading time %,d \u00b5s a sentence%n".formatted(medianMicros);
    }

    /** Several rounds, as in a server that has been asked before. */
    private static long medianMicros(Sentences sentences, Names names) {
        var times = IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(_ -> sentences.all().stream())
                .mapToLong(it -> nanos(it.text(), sentences, names))
                .sorted()
                .toArray();
        return times.length == 0 ? 0 : times[times.length / 2] / 1_000;
    }

    private static long nanos(String text, Sentences sentences, Names names) {
        var start = System.nanoTime();
        SentenceReader.read(text, names, sentences.now());
        return System.nanoTime() - start;
    }

    private static List<RecoveryPlan> plans(Path folder, List<String> names) throws IOException {
        var defaults = text(folder.resolve("defaults.yaml"), "the defaults of all plans; see --knowledge");
        var plans = Stream.<RecoveryPlan>builder();
        for (var name : names) {
            var file = folder.resolve(new PlanId(name).name()).resolve("plan.yaml");
            plans.add(PlanReader.of(name, text(file, "the plan that @plans names (%s)".formatted(name)), defaults));
        }
        return plans.build().toList();
    }

    private static String text(Path file, String expected) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("%s does not exist; expected %s.".formatted(file, expected), e);
        } catch (CharacterCodingException e) {
            throw new IOException("%s is not text in UTF-8; expected %s.".formatted(file, expected), e);
        }
    }
}
