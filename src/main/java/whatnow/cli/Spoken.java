package whatnow.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import whatnow.chat.Reply;
import whatnow.chat.ReplyText;

/** A verb of the chat grammar in the terminal: the same words, the same answer. */
@Command(description = "The same as in chat; 'whatnow chat help' says how.")
class Spoken implements Callable<Integer> {

    /** Those that nothing else in the terminal is called. */
    private static final List<String> VERBS = List.of(
            "ack",
            "answer",
            "declare",
            "done",
            "escalate",
            "fact",
            "helped",
            "missing",
            "resolve",
            "runbook",
            "sev",
            "similar",
            "status",
            "tier",
            "timeline",
            "who",
            "why",
            "wrong");

    private final String verb;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "what belongs to it")
    List<String> words = List.of();

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Option(names = "--all", description = "with what there was no room for")
    boolean all;

    private Spoken(String verb) {
        this.verb = verb;
    }

    /** The verbs as subcommands, and {@code chat} for a whole line. */
    static void register(CommandLine terminal) {
        VERBS.forEach(it -> add(terminal, it, new Spoken(it)));
        add(terminal, "chat", new Spoken(""));
    }

    private static void add(CommandLine terminal, String name, Spoken spoken) {
        var command = new CommandLine(spoken).setUnmatchedOptionsArePositionalParams(true);
        command.getCommandSpec().name(name);
        terminal.addSubcommand(name, command);
    }

    @Override
    public Integer call() {
        return line((verb + " " + String.join(" ", words)).strip(), all, json);
    }

    /** Says a line and shows the answer. A refusal is a failure. */
    static int line(String line, boolean all, boolean json) {
        var mapper = JsonMapper.shared();
        var answer = Server.known("cli").post("/api/v1/ask", mapper.writeValueAsString(Map.of("line", line)));
        var reply = mapper.readValue(answer, Reply.class);
        Screen.say(Screen.wantsJson(json) ? answer : ReplyText.of(reply, all));
        return reply.outcome() == Reply.Outcome.REFUSED ? Terminal.FAILED : Terminal.OK;
    }
}
