package whatnow.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whatnow.plan.PlanCheck;

@Command(name = "plan", description = "Looks after plans.")
class PlanVerb {

    @Command(name = "check", description = "Names contradictions and gaps of the plans in a folder.")
    int check(
            @Option(names = "--knowledge", defaultValue = "knowledge-base", description = "(default ${DEFAULT-VALUE})")
                    Path knowledge,
            @Option(names = "--json", description = "JSON also on a terminal") boolean json)
            throws IOException {
        var report = PlanCheck.run(knowledge);
        Screen.say(Screen.wantsJson(json) ? report.json() : report.text());
        return report.exitCode();
    }
}
