package whatnow.decision.otherwise;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Outcome;
import whatnow.decision.RuleBooks;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.plan.Condition;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.StrategyKind;
import whatnow.rulebook.Rule;
import whatnow.rulebook.RuleBook;

/**
 * What the rules look at that speak for or against a goal, by the words of their text. Only the order in which pairs are
 * tried hangs on it.
 *
 * @param types of facts that they match
 * @param steps names of the rules that recognise what those that propose the goal ask for
 */
record Bearing(Set<FactType> types, Set<String> steps) {

    /** What rules call the facts that they match. */
    private static final Map<String, FactType> MATCHED = new TreeMap<>(Map.ofEntries(
            Map.entry("Symptom(", FactType.SYMPTOM),
            Map.entry("HealthCheck(", FactType.HEALTH_CHECK),
            Map.entry("ObserverCutOff(", FactType.HEALTH_CHECK),
            Map.entry("Replication(", FactType.REPLICATION),
            Map.entry("Forecast(", FactType.LAST_COMMIT_REPLAYED),
            Map.entry("RegionStatus(", FactType.REGION_STATUS),
            Map.entry("ZoneStatus(", FactType.ZONE_STATUS),
            Map.entry("Standby(", FactType.STANDBY),
            Map.entry("BackupState(", FactType.BACKUP),
            Map.entry("WalArchive(", FactType.WAL_ARCHIVE),
            Map.entry("Corruption(", FactType.CORRUPTION),
            Map.entry("Intrusion(", FactType.INTRUSION),
            Map.entry("DataLossSaid(", FactType.DATA_LOSS),
            Map.entry("Deployment(", FactType.DEPLOYMENT),
            Map.entry("DependencyState(", FactType.DEPENDENCY),
            Map.entry("Answered(", FactType.ANSWER),
            Map.entry("Approved(", FactType.APPROVAL)));

    static Bearing on(Goal goal, Outcome now, RuleBooks books, RecoveryPlan plan) {
        return switch (goal) {
            case Goal.Chooses it -> onStrategy(it.strategy(), now, books);
            case Goal.HasSeverity it ->
                recognising(
                        books,
                        plan.severities().stream()
                                .filter(row -> row.severity() == it.severity())
                                .map(row -> row.condition()));
            case Goal.ProposesTier it ->
                recognising(
                        books,
                        plan.degradation().stream()
                                .flatMap(tiers -> tiers.triggers().stream())
                                .filter(trigger -> trigger.tier() == it.tier())
                                .map(trigger -> trigger.condition()));
            case Goal.Calls _ -> new Bearing(EnumSet.noneOf(FactType.class), Set.of());
        };
    }

    /** What keeps the one that is chosen matters as much as what would bring the other. */
    private static Bearing onStrategy(StrategyKind wanted, Outcome now, RuleBooks books) {
        var kinds = Stream.concat(Stream.of(wanted), now.choice().chosen().map(it -> it.kind()).stream());
        var types = types(naming(
                books.strategy(), kinds.map(it -> "StrategyKind." + it.name()).toList()));
        var proposing = naming(books.strategy(), List.of("proposals.strategy(StrategyKind." + wanted.name()));
        var steps = Stream.of(Condition.values())
                .filter(it -> proposing.stream().anyMatch(rule -> names(rule, "Condition." + it.name())));
        return new Bearing(types, recognising(books, steps).steps());
    }

    private static Bearing recognising(RuleBooks books, Stream<Condition> conditions) {
        var rules = naming(
                books.severity(),
                conditions.distinct().map(it -> "Condition." + it.name()).toList());
        return new Bearing(types(rules), rules.stream().map(Rule::name).collect(Collectors.toUnmodifiableSet()));
    }

    boolean isOn(Collection<Fact> facts) {
        return facts.stream().anyMatch(it -> types.contains(it.type()));
    }

    /** Rules speak that do not speak now, and the goal's own rules build on them. */
    boolean isAStep(Outcome from, Outcome to) {
        return !speaking(from).containsAll(speaking(to));
    }

    private Set<String> speaking(Outcome outcome) {
        return outcome.reasons().stream()
                .filter(it -> it.book().equals("severity"))
                .map(Outcome.Reason::rule)
                .filter(steps::contains)
                .collect(Collectors.toSet());
    }

    private static Collection<Rule> naming(RuleBook book, Collection<String> words) {
        return book.rules().stream()
                .filter(it -> words.stream().anyMatch(word -> names(it, word)))
                .toList();
    }

    private static boolean names(Rule rule, String word) {
        return Pattern.compile(Pattern.quote(word) + "\\b").matcher(rule.text()).find();
    }

    private static Set<FactType> types(Collection<Rule> rules) {
        return MATCHED.entrySet().stream()
                .filter(it -> rules.stream().anyMatch(rule -> rule.text().contains(it.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactType.class)));
    }
}
