package whatnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How samples of what senders send would be read. The server keeps nothing of them. */
@Command(name = "intake", description = "Tries out what the doors for alerts understand.")
class IntakeVerb {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String READ = "read";
    private static final String INDENT = "%n           ".formatted();

    /** @param words about each alert and each complaint, a line each */
    private record Verdict(String kind, List<String> words) {

        String shown(Path sample) {
            return "%-10s %s%s%s%n".formatted(kind, sample, INDENT, String.join(INDENT, words));
        }
    }

    @Command(
            name = "try",
            description = {
                "Posts a sample, or all of a folder (*.json), and says how each would be read.",
                "The folder that a file lies in names its sender, unless --sender does.",
                "With --mapping it is read as that file says, whether or not it is in force anywhere."
            })
    int attempt(
            @Parameters(paramLabel = "FILE|DIR", description = "samples of what senders send") Path samples,
            @Option(names = "--sender", description = "whose door, for example grafana") Optional<String> sender,
            @Option(names = "--mapping", paramLabel = "FILE.yaml", description = "a mapping to be tried out")
                    Optional<Path> mapping)
            throws IOException {
        var server = Server.known("cli");
        var counts = new TreeMap<String, Integer>();
        for (var file : files(samples)) {
            var verdict = verdict(server, new Try(file, sender.orElseGet(() -> folder(file)), mapping));
            counts.merge(verdict.kind(), 1, Integer::sum);
            Screen.say(verdict.shown(file.equals(samples) ? file : samples.relativize(file)));
        }
        Screen.say(counts.entrySet().stream()
                .map(it -> it.getValue() + " " + it.getKey())
                .collect(Collectors.joining(", ", "", System.lineSeparator())));
        return counts.keySet().equals(Set.of(READ)) ? Terminal.OK : Terminal.FAILED;
    }

    private static List<Path> files(Path samples) throws IOException {
        if (!Files.exists(samples)) {
            throw new IOException("%s does not exist; expected a file or a folder of samples.".formatted(samples));
        }
        try (var all = Files.walk(samples)) {
            var files = all.filter(Files::isRegularFile)
                    .filter(it -> it.equals(samples) || it.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("%s holds no sample; expected files that end in .json.".formatted(samples));
            }
            return files;
        }
    }

    private static String folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent())
                .flatMap(it -> Optional.ofNullable(it.getFileName()))
                .map(Path::toString)
                .orElse("");
    }

    /** @param sender whose door, where there is no mapping */
    private record Try(Path sample, String sender, Optional<Path> mapping) {

        String askedOf(Server server) throws IOException {
            var body = Files.readString(sample);
            return mapping.isEmpty()
                    ? server.post("/api/v1/intake/try?sender=" + Server.encoded(sender), body)
                    : server.post("/api/v1/intake/try/mapping", mapped(mapping.get(), JSON.readTree(body)));
        }

        private static String mapped(Path mapping, JsonNode sample) throws IOException {
            var file = String.valueOf(mapping.getFileName());
            return JSON.createObjectNode()
                    .put("name", file.replaceFirst("\\.ya?ml$", ""))
                    .put("mapping", Files.readString(mapping))
                    .set("sample", sample)
                    .toString();
        }
    }

    private static Verdict verdict(Server server, Try one) throws IOException {
        try {
            var tried = JSON.readTree(one.askedOf(server));
            var alerts =
                    tried.path("alerts").valueStream().map(IntakeVerb::alert).toList();
            var complaints = tried.path("unreadable")
                    .valueStream()
                    .map(it -> "not read, at %d: %s"
                            .formatted(
                                    it.path("position").asInt(), it.path("why").asString()))
                    .toList();
            var by = "by the door for " + tried.path("sender").asString();
            return new Verdict(
                    complaints.isEmpty() ? READ : alerts.isEmpty() ? "not read" : "in part",
                    Stream.of(List.of(by), alerts, complaints)
                            .flatMap(List::stream)
                            .toList());
        } catch (IllegalStateException refused) {
            return new Verdict(
                    "refused", String.valueOf(refused.getMessage()).lines().toList());
        } catch (JacksonException broken) {
            return new Verdict("refused", List.of("The sample is no JSON: " + broken.getOriginalMessage()));
        }
    }

    private static String alert(JsonNode alert) {
        var readings =
                alert.path("readings").valueStream().map(IntakeVerb::reading).collect(Collectors.joining(", "));
        return "%s, %s: %s"
                .formatted(
                        alert.path("name").asString(),
                        alert.path("lost").asBoolean()
                                ? "not known"
                                : alert.path("status").asString(),
                        readings.isEmpty() ? "no symptom" : readings);
    }

    private static String reading(JsonNode reading) {
        var region = reading.path("region").asString("");
        return "%s of %s%s"
                .formatted(
                        reading.path("kind").asString(),
                        reading.path("service").asString(),
                        region.isEmpty() ? "" : " in " + region);
    }
}
