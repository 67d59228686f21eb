package whatnow.cli;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The verbs of {@code bin/whatnow}. Nothing here starts the server; what serves is started by the main class. */
@Command(
        name = "whatnow",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Whatnow 0.1.0",
        description = {
            "What now? Live facts turned into explained recovery decisions.",
            "Without a verb, or with 'serve', the server starts."
        },
        footer = {"", "Exit codes: 0 ok, 1 finding or failure, 2 usage, 3 answered offline."},
        subcommands = {
            NowVerb.class,
            IncidentsVerb.class,
            SearchVerb.class,
            FactsVerb.class,
            TokenVerb.class,
            PlanVerb.class,
            RulesVerb.class,
            KnowledgeVerb.class,
            WordsVerb.class,
            SymptomsVerb.class,
            IntakeVerb.class,
            CommandLine.HelpCommand.class
        })
public final class Terminal {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int OFFLINE = 3;

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    /** Whether it is a verb of the terminal; what else there is goes to the server. */
    public static boolean understands(String[] arguments) {
        return arguments.length > 0
                && !arguments[0].equals("serve")
                && (HELP.contains(arguments[0]) || !arguments[0].startsWith("--"));
    }

    public static int run(String[] arguments) {
        var terminal = new CommandLine(new Terminal());
        Spoken.register(terminal);
        return terminal.setColorScheme(Screen.colours())
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println(failure.getMessage());
                    return FAILED;
                })
                .execute(arguments);
    }
}
