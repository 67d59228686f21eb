package whatnow.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * The rule engine's compiler, and its complaints in words that help.
 *
 * <p>The engine often says neither line nor rule. Then the files are compiled one by one, and the
 * rules of the guilty file one by one: slow, but only ever done for somebody who has to mend a rule.
 */
final class Engine {

    /** Two compilations of one text at the same time must not take away each other's module. */
    private static final AtomicLong COMPILATIONS = new AtomicLong();

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)");

    private final String book;

    private Engine(String book) {
        this.book = book;
    }

    /** Compiled classes by their path, and the name of the one that holds all rules. */
    record Built(String model, SortedMap<String, byte[]> classes) {}

    /**
     * Compiles what {@code rules} were read from, unless the build has done so.
     *
     * @param sha256 of the book's text
     * @throws RulesDoNotCompile with every complaint, as far as can be told with file and line
     */
    static KieBase compile(String book, SortedMap<String, String> sources, Map<String, Rule> rules, String sha256) {
        return ShippedBooks.find(sha256).orElseGet(() -> compileAnew(book, sources, rules, sha256));
    }

    /** As {@link #compile}, whether or not the build has done so. */
    static KieBase compileAnew(String book, SortedMap<String, String> sources, Map<String, Rule> rules, String sha256) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        // Inside the fat jar the engine finds its services only through the application's loader.
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            return new Engine(book).compile(ownPackages(sources, sha256), rules);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Compiles for keeping.
     *
     * @throws RulesDoNotCompile as {@link #compile}, in the engine's words
     */
    static Built build(String book, SortedMap<String, String> sources, String sha256) {
        return new Engine(book).build(ownPackages(sources, sha256));
    }

    /** Whether any rule could match a fact of a class; whatever none can match need not be shown to them. */
    static Predicate<Class<?>> matchable(KieBase compiled) {
        var types = ((InternalRuleBase) compiled)
                .getRete().getObjectTypeNodes().stream()
                        .map(ObjectTypeNode::getObjectType)
                        .toList();
        var known = new ConcurrentHashMap<Class<?>, Boolean>();
        return asked -> {
            var answer = known.get(asked);
            return answer != null
                    ? answer
                    : known.computeIfAbsent(asked, it -> types.stream().anyMatch(type -> type.isAssignableFrom(it)));
        };
    }

    private static SortedMap<String, String> ownPackages(SortedMap<String, String> sources, String sha256) {
        var own = new TreeMap<>(sources);
        own.replaceAll((_, text) -> ShippedBooks.inOwnPackage(text, sha256));
        return own;
    }

    private KieBase compile(SortedMap<String, String> sources, Map<String, Rule> rules) {
        var services = KieServices.get();
        var release = release();
        try {
            var errors = errors(builder(sources, release));
            if (!errors.isEmpty()) {
                throw new RulesDoNotCompile(book, complaints(errors, sources, rules));
            }
            return services.newKieContainer(release).getKieBase();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private Built build(SortedMap<String, String> sources) {
        var release = release();
        try {
            var builder = builder(sources, release);
            var errors = errors(builder);
            if (!errors.isEmpty()) {
                throw new RulesDoNotCompile(
                        book, errors.stream().map(Engine::inWords).distinct().toList());
            }
            var module = (InternalKieModule) builder.getKieModule();
            var classes = new TreeMap<String, byte[]>();
            module.getFileNames().stream()
                    .filter(it -> it.endsWith(".class"))
                    .forEach(it -> classes.put(it, module.getBytes(it)));
            return new Built(model(module, release), classes);
        } finally {
            KieServices.get().getRepository().removeKieModule(release);
        }
    }

    private static String model(InternalKieModule module, ReleaseId release) {
        var listed =
                new String(module.getBytes(CanonicalKieModule.getModelFileWithGAV(release)), StandardCharsets.UTF_8);
        return listed.lines()
                .filter(it -> !it.startsWith(CanonicalKieModule.MODEL_VERSION))
                .reduce((one, other) -> {
                    throw new IllegalStateException(
                            "One book is one package, but here are (%s) and (%s).".formatted(one, other));
                })
                .orElseThrow();
    }

    private ReleaseId release() {
        return KieServices.get().newReleaseId("whatnow.rules", book, "1." + COMPILATIONS.incrementAndGet());
    }

    private KieBuilder builder(SortedMap<String, String> sources, ReleaseId release) {
        var services = KieServices.get();
        var files = services.newKieFileSystem().generateAndWritePomXML(release);
        sources.forEach((file, drl) -> {
            if (file.endsWith(".drl")) {
                files.write("src/main/resources/%s/%s".formatted(folder(drl), file), drl);
            }
        });
        return services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    }

    /** The engine wants each file where its package says. */
    private static String folder(String drl) {
        var found = PACKAGE.matcher(drl);
        return found.find() ? found.group(1).replace('.', '/') : "rules";
    }

    private static List<Message> errors(KieBuilder builder) {
        return builder.getResults().getMessages(Message.Level.ERROR);
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
        var release = release();
        try {
            return errors(builder(new TreeMap<>(Map.of(file, drl)), release));
        } finally {
            KieServices.get().getRepository().removeKieModule(release);
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
