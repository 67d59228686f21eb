package whatnow.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes plans from text: all of a text's mistakes are told at once, and a text with any is not taken. */
public final class PlanReader {

    /** Stands between a plan and the defaults in a text that is kept. */
    private static final String SEAM = "\n--- # the defaults of all plans\n";

    sealed interface Reading {}

    /** {@code text} is what the plan's sha256 is of, and can be read {@link #again}. */
    record Taken(RecoveryPlan plan, String text, PlanLines lines) implements Reading {}

    record Refused(List<PlanProblem> problems) implements Reading {}

    /**
     * The plan of a text that {@link Plans#text} gave earlier.
     *
     * @throws IllegalArgumentException if no plan can be read from it, which no kept text does
     */
    public static RecoveryPlan again(String text) {
        var seam = text.lastIndexOf(SEAM);
        if (seam < 0) {
            throw new IllegalArgumentException(
                    "The text (%d characters) has no defaults after the plan. Keep what Plans.text gives."
                            .formatted(text.length()));
        }
        return of("", text.substring(0, seam), text.substring(seam + SEAM.length()));
    }

    /** A plan's text together with the defaults it shares: what its SHA-256 is of. */
    public static String kept(String plan, String defaults) {
        return plan + SEAM + defaults;
    }

    /**
     * The plan of a file's text and the defaults that all plans share.
     *
     * @param plan name of the folder, for messages
     * @throws IllegalArgumentException with the first thing that is wrong
     */
    public static RecoveryPlan of(String plan, String text, String defaults) {
        return switch (read(
                new PlanText(plan, "plan.yaml", text), new PlanText(PlanText.DEFAULTS, "defaults.yaml", defaults))) {
            case Taken taken -> taken.plan();
            case Refused refused ->
                throw new IllegalArgumentException(refused.problems().getFirst().sentence());
        };
    }

    /** Of a plan, with the defaults it shares; problems of the defaults are not told here. */
    static Reading read(PlanText text, PlanText defaults) {
        var reader = new RecordReader(text);
        try {
            var node = SafeYaml.compose(text.text());
            if (node.isEmpty()) {
                throw new YamlRefused(1, "nothing", "a plan", "Begin with (id: %s).".formatted(text.plan()));
            }
            var written = reader.read(RecoveryPlan.class, node.get());
            var whole = kept(text.text(), defaults.text());
            var plan = finished(written, defaults(defaults).orElse(new PlanDefaults(List.of(), Map.of())), whole);
            var lines = reader.lines();
            var problems = Stream.concat(
                            reader.problems().stream(), new PlanReferences(text, plan, lines).problems().stream())
                    .distinct()
                    .sorted(Comparator.comparingInt(PlanProblem::line))
                    .toList();
            return problems.isEmpty() ? new Taken(plan, whole, lines) : new Refused(problems);
        } catch (YamlRefused e) {
            return new Refused(List.of(e.in(text)));
        }
    }

    /** What is wrong with the defaults; empty if nothing. */
    static List<PlanProblem> problemsOf(PlanText defaults) {
        try {
            var reader = new RecordReader(defaults);
            SafeYaml.compose(defaults.text()).ifPresent(it -> reader.read(PlanDefaults.class, it));
            return List.copyOf(reader.problems());
        } catch (YamlRefused e) {
            return List.of(e.in(defaults));
        }
    }

    /** Empty for a text that is empty or wrong. */
    private static Optional<PlanDefaults> defaults(PlanText text) {
        if (!problemsOf(text).isEmpty()) {
            return Optional.empty();
        }
        return SafeYaml.compose(text.text()).map(it -> new RecordReader(text).read(PlanDefaults.class, it));
    }

    private static RecoveryPlan finished(RecoveryPlan it, PlanDefaults defaults, String whole) {
        return new RecoveryPlan(
                it.id(),
                it.title(),
                it.source(),
                it.match(),
                it.linkWindow(),
                it.scale(),
                named("plan", it.target()),
                it.tiers().stream().map(PlanReader::named).toList(),
                it.services().stream().map(PlanReader::named).toList(),
                it.severities(),
                it.strategies(),
                it.failover(),
                it.lossAcceptance(),
                it.restoration(),
                it.escalation(),
                it.contacts(),
                it.degradation(),
                it.messages(),
                thresholds(it, defaults),
                reference(it, defaults),
                it.disagreements(),
                sha256(whole));
    }

    private static ServiceTier named(ServiceTier it) {
        return new ServiceTier(it.id(), it.title(), named(it.id(), it.target()), it.standby(), it.rows());
    }

    private static PlannedService named(PlannedService it) {
        return new PlannedService(
                it.name(),
                it.title(),
                it.aliases(),
                it.kind(),
                it.importance(),
                it.tier(),
                named(it.name(), it.target()),
                it.owner(),
                it.regions(),
                it.zones(),
                it.dependsOn(),
                it.features(),
                it.standby(),
                it.fallback(),
                it.runsOn(),
                it.endpoints(),
                it.values(),
                it.rows());
    }

    private static Target named(String of, Target it) {
        var silent = it.rto().isEmpty() && it.rpo().isEmpty() && it.stated().isEmpty();
        return silent ? Target.NONE : new Target(of, it.rto(), it.rpo(), it.stated(), it.because(), it.rows());
    }

    private static List<Threshold> thresholds(RecoveryPlan plan, PlanDefaults defaults) {
        var shared = defaults.thresholds().stream()
                .map(it ->
                        new Threshold(it.metric(), it.purpose(), it.limit(), it.unit(), it.below(), true, it.rows()));
        return Stream.concat(plan.thresholds().stream(), shared).toList();
    }

    private static Map<String, List<ReferenceRow>> reference(RecoveryPlan plan, PlanDefaults defaults) {
        var tables = new LinkedHashMap<>(plan.reference());
        defaults.reference()
                .forEach((name, rows) -> tables.merge(
                        name,
                        rows,
                        (own, shared) ->
                                Stream.concat(own.stream(), shared.stream()).toList()));
        return Collections.unmodifiableMap(tables);
    }

    /** A plan that holds nothing but what is shared, for looking through it. */
    static RecoveryPlan onlyShared(PlanDefaults defaults) {
        var nothing = new Match(List.of(), List.of(), List.of());
        return new RecoveryPlan(
                new PlanId(PlanText.DEFAULTS),
                "Defaults",
                "",
                nothing,
                Duration.ofMinutes(15),
                false,
                Target.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                defaults.thresholds(),
                defaults.reference(),
                List.of(),
                "");
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    private PlanReader() {}
}
