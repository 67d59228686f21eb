package whatnow.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.Match;

/**
 * The rules that answer one question, compiled.
 *
 * <p>It is immutable and may be consulted by many threads at once: every consultation has a session of
 * its own, which costs microseconds, so there is no pool to go wrong.
 */
public final class RuleBook {

    /** Far beyond what honest rules need, even one that pairs a thousand services; two rules that feed each other stop here. */
    private static final int MOST_FIRINGS = 1_000_000;

    private static final String VOCABULARY = "proposals";

    private static final KieSessionConfiguration ONE_QUESTION = forOneQuestion();

    private final String name;
    private final String text;
    private final String sha256;
    private final Map<String, Rule> rules;
    private final KieBase rulesCompiled;
    private final Predicate<Class<?>> matchable;
    private final boolean speaks;

    @FunctionalInterface
    private interface Compiler {
        KieBase compile(String name, SortedMap<String, String> sources, Map<String, Rule> rules, String sha256);
    }

    private RuleBook(String name, String text, String sha256, Map<String, Rule> rules, KieBase rulesCompiled) {
        this.name = name;
        this.text = text;
        this.sha256 = sha256;
        this.rules = rules;
        this.rulesCompiled = rulesCompiled;
        this.matchable = Engine.matchable(rulesCompiled);
        this.speaks = true;
    }

    private RuleBook(RuleBook silenced) {
        this.name = silenced.name;
        this.text = silenced.text;
        this.sha256 = silenced.sha256;
        this.rules = silenced.rules;
        this.rulesCompiled = silenced.rulesCompiled;
        this.matchable = silenced.matchable;
        this.speaks = false;
    }

    /**
     * Compiles a folder's files.
     *
     * @param sources file name to text
     * @throws RulesDoNotCompile with every problem, each with file and line
     */
    public static RuleBook compile(String name, SortedMap<String, String> sources) {
        return compile(name, sources, Engine::compile);
    }

    /** As {@link #compile}, even where the build has compiled the same text. */
    static RuleBook compileAnew(String name, SortedMap<String, String> sources) {
        return compile(name, sources, Engine::compileAnew);
    }

    private static RuleBook compile(String name, SortedMap<String, String> sources, Compiler compiler) {
        var read = sources.entrySet().stream()
                .filter(it -> it.getKey().endsWith(".drl"))
                .map(it -> RuleText.read(it.getKey(), it.getValue()))
                .toList();
        var problems = new ArrayList<>(
                read.stream().flatMap(it -> it.problems().stream()).toList());
        var rules = new TreeMap<String, Rule>();
        for (var rule : read.stream().flatMap(it -> it.rules().stream()).toList()) {
            var other = rules.put(rule.name(), rule);
            if (other != null) {
                problems.add("%s:%d: rule (%s) is also in %s:%d; names are unique in a book"
                        .formatted(rule.file(), rule.line(), rule.name(), other.file(), other.line()));
            }
        }
        if (!problems.isEmpty()) {
            throw new RulesDoNotCompile(name, problems);
        }
        var text = bundle(sources);
        var sha256 = sha256(text);
        var compiled = compiler.compile(name, sources, rules, sha256);
        refuseUnread(name, rules, compiled);
        return new RuleBook(name, text, sha256, rules, compiled);
    }

    /** A book again from the text of {@link #text()}. */
    public static RuleBook fromText(String name, String text) {
        var sources = new TreeMap<String, String>();
        for (var part : text.split("(?m)^//// ")) {
            if (!part.isEmpty()) {
                var line = part.indexOf('\n');
                sources.put(part.substring(0, line), part.substring(line + 1));
            }
        }
        return compile(name, sources);
    }

    public String name() {
        return name;
    }

    /** All files in one text, so that a past decision can be made again. */
    public String text() {
        return text;
    }

    /** Of {@link #text()}, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    public Collection<Rule> rules() {
        return rules.values();
    }

    /** As the engine holds them. */
    KieBase compiled() {
        return rulesCompiled;
    }

    /** The same rules, of which none speaks: for a question on which this book has no bearing. */
    public RuleBook silent() {
        return new RuleBook(this);
    }

    /** Name and version of the engine, for the record. */
    public static String engine() {
        var version = KieServices.class.getPackage().getImplementationVersion();
        return "drools " + (version == null ? "10.2.0" : version);
    }

    /**
     * Lets the rules speak about facts.
     *
     * @param facts in canonical order; they are not changed
     * @param vocabulary makes the object through which rules speak, given where to put what is said
     * @return what every rule said, each thing once with all that made it say so, ordered by rule and then by what it
     *     said, so that the order of the facts does not matter
     */
    public List<Spoken> consult(Collection<?> facts, Function<Consumer<Object>, ?> vocabulary) {
        if (!speaks) {
            return List.of();
        }
        var session = rulesCompiled.newKieSession(ONE_QUESTION, null);
        try {
            var listener = new Listener();
            session.setGlobal(VOCABULARY, vocabulary.apply(listener::said));
            session.addEventListener(listener);
            facts.stream().filter(it -> matchable.test(it.getClass())).forEach(session::insert);
            if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
                throw new IllegalStateException(
                        "The rule book (%s) fired %d times on one question; two of its rules feed each other."
                                .formatted(name, MOST_FIRINGS));
            }
            return CanonicalOrder.of(listener.spoken);
        } finally {
            session.dispose();
        }
    }

    /**
     * A session lives for one question, in one thread, and nobody asks the book for it. It must be a thread-safe one all the
     * same: the others share a place for the facts of a rule with every session of the book, so that two questions at the
     * same moment would be answered with each other's facts.
     */
    private static KieSessionConfiguration forOneQuestion() {
        var configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ThreadSafeOption.YES);
        configuration.setOption(KeepReferenceOption.NO);
        return configuration;
    }

    /** A rule written in a way that only the engine reads would speak without a sentence or a citation. */
    private static void refuseUnread(String name, Map<String, Rule> rules, KieBase compiled) {
        var unread = compiled.getKiePackages().stream()
                .flatMap(it -> it.getRules().stream())
                .map(org.kie.api.definition.rule.Rule::getName)
                .filter(it -> !rules.containsKey(it))
                .sorted()
                .map(it -> "rule (%s) does not begin a line as rule \"%s\"".formatted(it, it))
                .toList();
        if (!unread.isEmpty()) {
            throw new RulesDoNotCompile(name, unread);
        }
    }

    /** Of the text that a book of these files has. */
    static String sha256(SortedMap<String, String> sources) {
        return sha256(bundle(sources));
    }

    private static String bundle(SortedMap<String, String> sources) {
        return sources.entrySet().stream()
                .map(it -> "//// %s\n%s".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Notes which rule is speaking, so that rules need not say it. */
    private final class Listener extends DefaultAgendaEventListener {

        private final List<Spoken> spoken = new ArrayList<>();
        private @Nullable Match firing;

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            firing = event.getMatch();
        }

        void said(Object statement) {
            var match = firing;
            if (match == null) {
                throw new IllegalStateException("(%s) was said outside a rule.".formatted(statement));
            }
            var rule = rules.get(match.getRule().getName());
            if (rule == null) {
                throw new IllegalStateException("A rule (%s) spoke that the book does not have."
                        .formatted(match.getRule().getName()));
            }
            spoken.add(new Spoken(
                    rule.name(),
                    rule.runbook(),
                    rule.rows(),
                    rule.owner(),
                    statement,
                    List.copyOf(match.getObjects())));
        }
    }
}
