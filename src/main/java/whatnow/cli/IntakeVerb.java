package whatnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How samples of what senders send would be read. The server keeps nothing of them. */
@Command(name = "intake", description = "Tries out what the doors for alerts understand.")
class IntakeVerb {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Command(
            name = "try",
            description = {
                "Posts a sample, or all of a folder (*.json), and says how each would be read.",
                "The folder that a file lies in names its sender, unless --sender does."
            })
    int attempt(
            @Parameters(paramLabel = "FILE|DIR") Path samples,
            @Option(names = "--sender", description = "the door, for example grafana") Optional<String> sender)
            throws IOException {
        var server = Server.known("cli");
        var files = files(samples);
        if (files.isEmpty()) {
            throw new IOException("%s holds no sample; expected a file, or a folder with files that end in .json.".formatted(samples));
        }
        var verdicts = new TreeMap<String, Integer>();
        for (var file : files) {
            var tried = tried(server, file, sender.orElseGet(() -> folder(file)));
            verdicts.merge(tried.kind(), 1, Integer::sum);
            Screen.say("%-10s %s%n           %s%n".formatted(tried.kind(), samples.relativize(file).toString().isEmpty() ? file : samples.relativize(file), tried.words()));
        }
        Screen.say(verdicts.entrySet().stream()
                        .map(it -> it.getValue() + " " + it.getKey())
                        .collect(Collectors.joining(", ", files.size() + " samples: ", "\n")));
        return verdicts.keySet().equals(java.util.Set.of("read")) ? Terminal.OK : Terminal.FAILED;
    }

    private static List<Path> files(Path samples) throws IOException {
        if (!Files.exists(samples)) {
            throw new IOException("%s does not exist; expected a file or a folder of samples.".formatted(samples));
        }
        try (var all = Files.walk(samples)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> it.equals(samples) || it.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent())
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
    }

    private record Tried(String kind, String words) {}

    private static Tried tried(Server server, Path file, String sender) throws IOException {
        try {
            var verdict = JSON.readTree(server.post("/api/v1/intake/try?sender=" + Server.encoded(sender), Files.readString(file)));
            var alerts = verdict.path("alerts").valueStream().map(IntakeVerb::words);
            var complaints = verdict.path("unreadable").valueStream()
                    .map(it -> "at %d: %s".formatted(it.path("position").asInt(), it.path("why").asString()));
            var words = java.util.stream.Stream.concat(alerts, complaints)
                    .collect(Collectors.joining("\n           ", "by " + verdict.path("sender").asString() + ": ", ""));
            return new Tried(verdict.path("unreadable").isEmpty() ? "read" : verdict.path("alerts").isEmpty() ? "not read" : "in part", words);
        } catch (IllegalStateException refused) {
            return new Tried("refused", String.valueOf(refused.getMessage()));
        }
    }

    private static String words(JsonNode alert) {
        var readings = alert.path("readings").valueStream()
                .map(it -> it.path("kind").asString() + " of " + it.path("service").asString()
                        + Optional.of(it.path("region").asString("")).filter(region -> !region.isEmpty()).map(region -> " in " + region).orElse(""))
                .collect(Collectors.joining(", "));
        return "%s %s%s: %s".formatted(
                alert.path("name").asString(), alert.path("status").asString(), alert.path("lost").asBoolean() ? " (not known)" : "", readings.isEmpty() ? "no symptom" : readings);
    }
}
