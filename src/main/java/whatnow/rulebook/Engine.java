package whatnow.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/**
 * The rule engine's compiler, and its complaints in words that help.
 *
 * <p>The engine often says neither line nor rule. Then the files are compiled one by one, and the
 * rules of the guilty file one by one: slow, but only ever done for somebody who has to mend a rule.
 */
final class Engine {

    /** Two compilations of one text at the same time must not take away each other's module. */
    private static final AtomicLong COMPILATIONS = new AtomicLong();

    private final String book;

    private Engine(String book) {
        this.book = book;
    }

    /**
     * Compiles what {@code rules} were read from.
     *
     * @throws RulesDoNotCompile with every complaint, as far as can be told with file and line
     */
    static KieBase compile(String book, SortedMap<String, String> sources, Map<String, Rule> rules) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        // Inside the fat jar the engine finds its services only through the application's loader.
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            return new Engine(book).compile(sources, rules);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private KieBase compile(SortedMap<String, String> sources, Map<String, Rule> rules) {
        var services = KieServices.get();
        var release = services.newReleaseId("whatnow.rules", book, "1." + COMPILATIONS.incrementAndGet());
        try {
            var errors = errors(sources, release);
            if (!errors.isEmpty()) {
                throw new RulesDoNotCompile(book, complaints(errors, sources, rules));
            }
            return services.newKieContainer(release).getKieBase();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private List<Message> errors(SortedMap<String, String> sources, org.kie.api.builder.ReleaseId release) {
        var services = KieServices.get();
        var files = services.newKieFileSystem().generateAndWritePomXML(release);
        sources.forEach((file, drl) -> {
            if (file.endsWith(".drl")) {
                files.write("src/main/resources/rules/" + book + "/" + file, drl);
            }
        });
        return services.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getResults()
                .getMessages(Message.Level.ERROR);
    }

    private List<String> complaints(List<Message> errors, SortedMap<String, String> sources, Map<String, Rule> rules) {
        var placed = errors.stream()
                .filter(Engine::isPlaced)
                .map(Engine::inWords)
                .distinct()
                .toList();
        if (!placed.isEmpty()) {
            return placed;
        }
        var found = new ArrayList<String>();
        sources.forEach((file, drl) -> {
            var own =
                    rules.values().stream().filter(it -> it.file().equals(file)).toList();
            if (!own.isEmpty() && !errorsOf(file, drl).isEmpty()) {
                own.forEach(it -> found.addAll(complaints(it, drl)));
            }
        });
        return found.isEmpty() ? errors.stream().map(Engine::inWords).distinct().toList() : found;
    }

    private List<String> complaints(Rule rule, String drl) {
        var head = drl.lines().takeWhile(it -> !it.startsWith("rule ")).collect(Collectors.joining("\n"));
        return errorsOf(rule.file(), head + "\n" + rule.text()).stream()
                .filter(it -> !it.getText().startsWith("Java source of"))
                .map(it -> "%s:%d: rule (%s): %s".formatted(rule.file(), rule.line(), rule.name(), firstLine(it)))
                .distinct()
                .toList();
    }

    private List<Message> errorsOf(String file, String drl) {
        var services = KieServices.get();
        var release = services.newReleaseId("whatnow.rules", book, "1." + COMPILATIONS.incrementAndGet());
        try {
            return errors(new TreeMap<>(Map.of(file, drl)), release);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static boolean isPlaced(Message message) {
        return message.getLine() > 0 && String.valueOf(message.getPath()).endsWith(".drl");
    }

    private static String inWords(Message message) {
        var path = message.getPath() == null ? "" : message.getPath().replaceFirst("^.*/", "");
        return message.getLine() > 0
                ? "%s:%d: %s".formatted(path, message.getLine(), firstLine(message))
                : "%s: %s".formatted(path, firstLine(message));
    }

    private static String firstLine(Message message) {
        return message.getText().lines().findFirst().orElse("");
    }
}
