package whatnow.decision.otherwise;

import static whatnow.plan.StrategyKind.AZ_EVACUATE;
import static whatnow.plan.StrategyKind.BACKUP_RESTORE;
import static whatnow.plan.StrategyKind.DB_FAILOVER;
import static whatnow.plan.StrategyKind.DEGRADE_ONLY;
import static whatnow.plan.StrategyKind.FALLBACK_PROVIDER;
import static whatnow.plan.StrategyKind.FULL_REBUILD;
import static whatnow.plan.StrategyKind.ISOLATE_AND_CLEAN_RESTORE;
import static whatnow.plan.StrategyKind.OBSERVE;
import static whatnow.plan.StrategyKind.PITR;
import static whatnow.plan.StrategyKind.REDEPLOY;
import static whatnow.plan.StrategyKind.REGIONAL_FAILOVER;
import static whatnow.plan.StrategyKind.RESTART;
import static whatnow.plan.StrategyKind.ROLLBACK;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.otherwise.Goal.Meant;
import whatnow.plan.DegradationTier;
import whatnow.plan.EscalationStep;
import whatnow.plan.PlannedStrategy;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;

/** What people call severities, strategies, tiers and levels. */
final class GoalWords {

    /** Besides a strategy's key and its words in the product and in the plan. */
    private static final Map<String, List<StrategyKind>> STRATEGIES = Map.ofEntries(
            Map.entry(
                    "failover|fail over|failing over|switch over|switchover|fail it over",
                    List.of(DB_FAILOVER, REGIONAL_FAILOVER, AZ_EVACUATE)),
            Map.entry("database failover|db failover|multi az failover|promote the standby", List.of(DB_FAILOVER)),
            Map.entry(
                    "regional failover|region failover|cross region failover|failover to another region|fail over to another region|failover to the other region|other region|another region|move region"
                            + "|promote the replica|dr site",
                    List.of(REGIONAL_FAILOVER)),
            Map.entry("promote|promotion", List.of(DB_FAILOVER, REGIONAL_FAILOVER)),
            Map.entry(
                    "zone failover|zone evacuation|evacuate|evacuation|evacuate zone|leave the zone|drain the zone",
                    List.of(AZ_EVACUATE)),
            Map.entry("restore|recover the data", List.of(PITR, BACKUP_RESTORE)),
            Map.entry("pitr|point in time|point in time recovery|point in time restore|rewind", List.of(PITR)),
            Map.entry("backup|restore backup|restore from backup|snapshot|restore snapshot", List.of(BACKUP_RESTORE)),
            Map.entry("rollback|roll back|roll it back|revert|undo the deployment", List.of(ROLLBACK)),
            Map.entry("restart|reboot|bounce|restart it", List.of(RESTART)),
            Map.entry("redeploy|deploy again|deploy", List.of(REDEPLOY)),
            Map.entry("rebuild|full rebuild|rebuild everything|start over", List.of(FULL_REBUILD)),
            Map.entry("isolate|isolation|clean restore|isolate and restore", List.of(ISOLATE_AND_CLEAN_RESTORE)),
            Map.entry("degrade|degrade only|read only|switch features off", List.of(DEGRADE_ONLY)),
            Map.entry("fallback|fallback provider|workaround", List.of(FALLBACK_PROVIDER)),
            Map.entry("observe|wait|do nothing|nothing|watch|leave it", List.of(OBSERVE)));

    private static final Pattern SEVERITY = Pattern.compile("(?:sev|severity|s|p)? ?([1-5])");
    private static final int SHOWN = 60;

    private static final Pattern LEVEL = Pattern.compile("(?:l|level) ?([1-9])(?: .*)?");

    private final String said;
    private final String words;
    private final RecoveryPlan plan;

    private GoalWords(String said, RecoveryPlan plan) {
        this.said = said.strip().length() > SHOWN ? said.strip().substring(0, SHOWN) + "..." : said.strip();
        this.words = plain(said);
        this.plan = plan;
    }

    static Meant read(String words, RecoveryPlan plan) {
        return new GoalWords(words, plan).read();
    }

    /** Small letters, single blanks, no article and no mark. */
    private static String plain(String words) {
        return words.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(?:a|an|the|tier|called|call|to) (?=.)", "")
                .replaceFirst(" (?:it|tier|called|now)$", "");
    }

    private Meant read() {
        var goals = Stream.of(severities(), levels(), tiers(), strategies())
                .flatMap(it -> it)
                .distinct()
                .toList();
        return goals.isEmpty() ? new Meant.Nothing(why()) : new Meant.These(goals);
    }

    private Stream<Goal> severities() {
        var number = SEVERITY.matcher(words);
        var byNumber = number.matches() ? Stream.of("SEV" + number.group(1)) : Stream.<String>of();
        var byWords = Stream.of(Severity.values())
                .filter(it -> plain(it.words()).equals(words))
                .map(Severity::name);
        return Stream.of(byNumber, byWords, byThePlan())
                .flatMap(it -> it)
                .distinct()
                .map(it -> new Goal.HasSeverity(Severity.valueOf(it)))
                .filter(it -> it.severity() != Severity.UNKNOWN)
                .map(it -> it);
    }

    /** The plan's own levels: by their first word or by the rest, {@code L3} or {@code Major Outage}. */
    private Stream<String> byThePlan() {
        return plan.severities().stream()
                .filter(row -> row.level()
                        .map(GoalWords::plain)
                        .filter(it -> it.equals(words) || it.startsWith(words + " ") || it.endsWith(" " + words))
                        .isPresent())
                .map(it -> it.severity().name())
                .sorted();
    }

    private Stream<Goal> levels() {
        var level = LEVEL.matcher(words);
        return level.matches() && levelsOfThePlan().contains("L" + level.group(1))
                ? Stream.of(new Goal.Calls("L" + level.group(1)))
                : Stream.of();
    }

    private Set<String> levelsOfThePlan() {
        return plan.escalation().stream()
                .map(EscalationStep::level)
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Goal> tiers() {
        return plan.degradation().isEmpty()
                ? Stream.of()
                : Stream.of(DegradationTier.values())
                        .filter(it -> it.name().equalsIgnoreCase(words))
                        .map(Goal.ProposesTier::new);
    }

    private Stream<Goal> strategies() {
        return plan.strategies().stream()
                .map(PlannedStrategy::kind)
                .filter(called()::contains)
                .map(Goal.Chooses::new);
    }

    private Set<StrategyKind> called() {
        var kinds = new LinkedHashSet<StrategyKind>();
        STRATEGIES.entrySet().stream()
                .filter(it -> List.of(it.getKey().split("\\|")).contains(words))
                .forEach(it -> kinds.addAll(it.getValue()));
        Stream.of(StrategyKind.values())
                .filter(it -> plain(it.key()).equals(words) || plain(it.words()).equals(words))
                .forEach(kinds::add);
        plan.strategies().stream()
                .filter(it -> plain(it.title()).equals(words))
                .map(PlannedStrategy::kind)
                .forEach(kinds::add);
        return kinds;
    }

    private String why() {
        var missing = called();
        var can = "Ask for a severity (SEV1 to SEV5), a strategy (%s)%s or a level (%s)."
                .formatted(
                        plan.strategies().stream().map(it -> it.kind().key()).collect(Collectors.joining(", ")),
                        plan.degradation().isEmpty()
                                ? ""
                                : ", a tier (%s)"
                                        .formatted(Stream.of(DegradationTier.values())
                                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", "))),
                        String.join(", ", levelsOfThePlan()));
        if (!missing.isEmpty()) {
            return "The plan (%s) has no strategy (%s). %s"
                    .formatted(
                            plan.id().name(),
                            new ArrayList<>(missing)
                                    .stream().map(StrategyKind::key).collect(Collectors.joining(", ")),
                            can);
        }
        var tier = Stream.of(DegradationTier.values()).anyMatch(it -> it.name().equalsIgnoreCase(words));
        return (tier
                        ? "The plan (%s) has no tiers. ".formatted(plan.id().name())
                        : "(%s) is nothing that could have been decided. ".formatted(said))
                + can;
    }
}
