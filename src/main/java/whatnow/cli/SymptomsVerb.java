package whatnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import whatnow.signal.AlertReadings;

/** How alerts are read. Needs no server. */
@Command(name = "symptoms", description = "Shows how well alerts are read.")
class SymptomsVerb {

    @Command(
            name = "report",
            description = {
                "Reads the alerts of a file and says how many were understood, and which not.",
                "The file holds one alert a line, an array of alerts, or what Alertmanager sends.",
                "Exit code 1 if a line cannot be read."
            })
    int report(
            @Parameters(paramLabel = "FILE", description = "alerts as JSON") Path file,
            @Option(names = "--labels", paramLabel = "CSV", description = "the right kinds: id,kind[,also]")
                    Optional<Path> labels,
            @Option(names = "--rules", defaultValue = "rules", description = "(default ${DEFAULT-VALUE})") Path rules,
            @Option(names = "--json", description = "JSON instead of text") boolean json)
            throws IOException {
        var alerts = AlertFile.of(file);
        var right = labels.isPresent() ? Optional.of(KindLabels.of(labels.get())) : Optional.<KindLabels>empty();
        var report = SymptomsReport.of(alerts, AlertReadings.of(rules), right);
        Screen.say(json ? JsonMapper.shared().writeValueAsString(report) : new SymptomsText(report).text());
        return report.unreadable().isEmpty() ? Terminal.OK : Terminal.FAILED;
    }
}
