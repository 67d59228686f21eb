package whatnow.now;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Decision;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Call;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Ground;
import whatnow.decision.Outcome.Reason;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.knowledge.Article;
import whatnow.knowledge.Citation;
import whatnow.knowledge.Library;
import whatnow.knowledge.Section;
import whatnow.now.NowCard.Against;
import whatnow.now.NowCard.DoNow;
import whatnow.now.NowCard.GateLine;
import whatnow.now.NowCard.Head;
import whatnow.now.NowCard.Link;
import whatnow.now.NowCard.Next;
import whatnow.now.NowCard.RtoClock;
import whatnow.now.NowCard.RunnerUp;
import whatnow.now.NowCard.Said;
import whatnow.now.NowCard.Telling;
import whatnow.now.NowCard.Tier;
import whatnow.now.NowCard.Why;
import whatnow.plan.PlannedService;
import whatnow.plan.PlannedStrategy;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Urgency;

/** Words one decision for people. Pure: everything it shows is in its arguments. */
final class CardMaker {

    private static final Duration RECENT = Duration.ofMinutes(60);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Incident incident;
    private final Decision decision;
    private final Outcome outcome;
    private final RecoveryPlan plan;
    private final List<String> suspects;
    private final Library library;
    private final List<Fact> facts;
    private final List<String> plans;
    private final Tellings tellings;
    private final Instant now;

    /**
     * @param suspects services concerned, the most upstream first
     * @param facts what is known by now: people see what they said before the next decision is made
     * @param plans that the incident may belong to, if it is in none
     */
    CardMaker(
            Incident incident,
            Decision decision,
            RecoveryPlan plan,
            List<String> suspects,
            Library library,
            List<Fact> facts,
            List<String> plans,
            Instant now) {
        this.incident = incident;
        this.decision = decision;
        this.outcome = decision.outcome();
        this.plan = plan;
        this.suspects = suspects;
        this.library = library;
        this.facts = facts;
        this.plans = plans;
        this.tellings = new Tellings(facts);
        this.now = now;
    }

    NowCard card(boolean superseded, List<String> notices) {
        return new NowCard(
                incident.drill() ? "DRILL" : "REAL",
                now,
                decision.madeAt(),
                oldestFact(),
                superseded,
                incident.number(),
                decision.number(),
                plan.id().name(),
                head(),
                doNow(),
                why(),
                calls(),
                tellings.newest(),
                tier(),
                outcome.tellings().stream().map(this::telling).toList(),
                links(),
                asking().unknowns(outcome.questions(), values(outcome.choice().chosen())),
                Stream.concat(notices.stream(), tellings.overrulings().stream()).toList());
    }

    /** For the moment between an incident's opening and its first decision: nothing is known, and that is said. */
    static NowCard undecided(
            Incident incident, RecoveryPlan plan, List<Symptom> symptoms, List<String> notices, Instant now) {
        var services = symptoms.stream()
                .filter(it -> it.isOpen() && it.isOfService())
                .map(Symptom::service)
                .distinct()
                .toList();
        var regions = symptoms.stream()
                .flatMap(it -> it.region().stream())
                .distinct()
                .sorted()
                .toList();
        var age = Times.between(incident.openedAt(), now);
        var head = new Head(
                "UNKNOWN",
                "Not decided yet",
                shape("UNKNOWN"),
                Urgency.NOW.name(),
                Optional.empty(),
                false,
                Optional.empty(),
                services,
                regions,
                incident.status().key(),
                incident.openedAt(),
                age,
                Optional.empty(),
                "the on-call engineer",
                Optional.empty(),
                "no measured time");
        var doNow = new DoNow(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "not known",
                "no measured time",
                Optional.empty(),
                Optional.empty());
        return new NowCard(
                incident.drill() ? "DRILL" : "REAL",
                now,
                incident.openedAt(),
                symptoms.stream().map(Symptom::lastSeen).min(Comparator.naturalOrder()),
                false,
                incident.number(),
                "",
                plan.id().name(),
                head,
                doNow,
                new Why(List.of(), Optional.empty(), List.of(), "not asked yet", List.of()),
                List.of(),
                List.of(),
                new Tier(!plan.tiers().isEmpty(), "unknown", "unknown", List.of(), Optional.empty()),
                List.of(),
                List.of(new Link("Plan " + plan.title(), "/plans/" + plan.id())),
                List.of(),
                Stream.concat(
                                Stream.of(
                                        "The first decision is being made. If this stays for a minute, call the on-call engineer."),
                                notices.stream())
                        .toList());
    }

    private Head head() {
        var assessment = outcome.assessment();
        return new Head(
                assessment.severity().name(),
                assessment.severity().words(),
                shape(assessment.severity().name()),
                assessment.urgency().name(),
                assessment.level(),
                assessment.assumed(),
                assessment.lastKnown().map(Enum::name),
                suspects,
                regions(),
                incident.status().key(),
                outcome.promise().startedAt(),
                since(outcome.promise().startedAt()),
                newest(FactType.ACKNOWLEDGEMENT).map(it -> it.source().name()),
                role(assessment.lead()),
                clock(),
                decideBy());
    }

    private static String shape(String severity) {
        return switch (severity) {
            case "SEV1" -> "square";
            case "SEV2" -> "diamond";
            case "SEV3" -> "triangle";
            case "SEV4" -> "circle";
            case "SEV5" -> "dash";
            default -> "question";
        };
    }

    private List<String> regions() {
        return Stream.concat(
                        symptoms().flatMap(it -> it.region().stream()),
                        decision.inputs().facts().stream()
                                .filter(it -> it.type() == FactType.REGION_STATUS && it.state() == State.FALSE)
                                .flatMap(it -> it.subject().region().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<RtoClock> clock() {
        var promise = outcome.promise();
        return promise.rto().map(rto -> {
            var ends = promise.startedAt().plus(rto);
            var left = Duration.between(now, ends);
            var origin = "plan %s %s"
                    .formatted(plan.id(), String.join(", ", promise.rows()))
                    .strip();
            return new RtoClock(rto, promise.startedAt(), ends, left, left.isNegative(), promise.of(), origin);
        });
    }

    /** Only from a measured time or the plan's estimate, whose origin is said. */
    private String decideBy() {
        var chosen = outcome.choice().chosen();
        var recovery = chosen.flatMap(Weighed::recovery);
        var rto = outcome.promise().rto();
        if (recovery.isEmpty() || rto.isEmpty()) {
            return "no measured time";
        }
        var by = outcome.promise().startedAt().plus(rto.get()).minus(recovery.get());
        var origin = chosen.flatMap(Weighed::recoveryOrigin).orElse("plan, never measured");
        return by.isAfter(now)
                ? "%s (%s, up to %s)".formatted(Words.clock(by), origin, Words.span(recovery.get()))
                : "RTO will be missed; soonest %s (%s)".formatted(Words.clock(now.plus(recovery.get())), origin);
    }

    private DoNow doNow() {
        var chosen = outcome.choice().chosen();
        var section = chosen.flatMap(this::steps);
        var checklist = section.map(it -> new Checklist(it.section(), done(it), values(chosen)));
        return new DoNow(
                chosen.map(it -> it.kind().words()),
                chosen.map(it -> it.kind().key()),
                chosen.flatMap(Weighed::target)
                        .map(it -> chosen.get().criticalOnly() ? it + " (critical services only)" : it),
                section.map(it -> it.citation().toString()),
                checklist.map(Checklist::done).orElse(0),
                checklist.map(Checklist::total).orElse(0),
                checklist.map(Checklist::next).orElse(List.of()),
                section.flatMap(it -> doNot(it.article())),
                checklist
                        .flatMap(Checklist::pointOfNoReturn)
                        .or(() -> planned(chosen).flatMap(PlannedStrategy::pointOfNoReturn)),
                chosen.map(this::gates).orElse(List.of()),
                chosen.map(CardMaker::loss).orElse("not known"),
                chosen.map(CardMaker::expected).orElse("no measured time"),
                outcome.choice().wouldChange().map(it -> it.words()),
                planned(chosen)
                        .flatMap(PlannedStrategy::automation)
                        .map(it -> "%s within %s; check whether it has (%s)"
                                .formatted(it.does(), Words.span(it.within()), String.join(", ", it.rows()))));
    }

    private record Held(Article article, Section section) {

        Citation citation() {
            return new Citation(article.id(), section.id());
        }
    }

    /**
     * The steps for this plan's tooling where the article has them, else those cited, else the
     * article's usual ones.
     */
    private Optional<Held> steps(Weighed strategy) {
        var cited = Citation.parse(strategy.article());
        return library.find(cited.article())
                .flatMap(article -> Stream.of(
                                cited.section().equals("steps") && !isRunByTheProvider()
                                        ? "steps-" + plan.id()
                                        : cited.section(),
                                cited.section(),
                                "steps-" + plan.id(),
                                "steps")
                        .flatMap(it -> article.section(it).stream())
                        .filter(it -> !it.steps().isEmpty())
                        .findFirst()
                        .map(it -> new Held(article, it)));
    }

    /** The usual steps are the provider's; a person said that they are the ones for it, where the plan leaves it open. */
    private boolean isRunByTheProvider() {
        return asking().answer(Question.WHICH_WAY_IS_IT_RUN)
                .flatMap(it -> it.text("answer"))
                .filter("rds"::equals)
                .isPresent();
    }

    private static Optional<String> doNot(Article article) {
        return article.section("do-not")
                .flatMap(it ->
                        it.text().lines().filter(line -> line.startsWith("- ")).findFirst())
                .map(it -> it.substring(2).strip())
                .map(it -> it.replaceFirst("^Do not ", ""));
    }

    /** Ticked here, or in another incident that the same recovery serves. */
    private Set<Integer> done(Held held) {
        var elsewhere = decision.inputs().facts().stream()
                .filter(it ->
                        it.incident().filter(of -> !of.equals(incident.id())).isPresent());
        return Stream.concat(facts.stream(), elsewhere)
                .filter(it -> it.type() == FactType.STEP_DONE && it.state() == State.TRUE)
                .filter(it -> it.text("article")
                        .filter(held.article().id().slug()::equals)
                        .isPresent())
                .filter(it ->
                        it.text("section").filter(held.section().id()::equals).isPresent())
                .flatMap(it -> it.number("step").stream())
                .map(Double::intValue)
                .collect(Collectors.toSet());
    }

    /** The first suspect's values count; places come from what is known of the incident. */
    private Map<String, String> values(Optional<Weighed> chosen) {
        var values = new LinkedHashMap<String, String>();
        services().forEach(it -> it.values().forEach(values::putIfAbsent));
        services().forEach(it -> values.putIfAbsent("service", it.name()));
        suspects.stream().findFirst().ifPresent(it -> values.putIfAbsent("service", it));
        symptoms().flatMap(it -> it.region().stream()).findFirst().ifPresent(it -> values.putIfAbsent("region", it));
        services().flatMap(it -> it.regions().stream()).findFirst().ifPresent(it -> values.putIfAbsent("region", it));
        symptoms().flatMap(it -> it.zone().stream()).findFirst().ifPresent(it -> values.putIfAbsent("zone", it));
        chosen.flatMap(Weighed::target).ifPresent(it -> values.put("target_region", it));
        values.put("incident", incident.number());
        return values;
    }

    private Stream<PlannedService> services() {
        return suspects.stream().flatMap(it -> plan.service(it).stream());
    }

    private Optional<PlannedStrategy> planned(Optional<Weighed> chosen) {
        return chosen.flatMap(it -> plan.strategy(it.kind()));
    }

    private List<GateLine> gates(Weighed strategy) {
        var lines = new ArrayList<GateLine>();
        strategy.holds()
                .forEach(it -> lines.add(new GateLine("held: " + it, Optional.empty(), List.of(), Optional.empty())));
        strategy.gates().forEach(it -> lines.add(gate(it, strategy)));
        return lines;
    }

    private GateLine gate(Gate gate, Weighed strategy) {
        return gate.role()
                .map(it -> new GateLine(
                        "%s decides: %s".formatted(role(it), gate.because()),
                        Optional.of(it),
                        Stream.concat(Stream.of(it), gate.deputy().stream())
                                .flatMap(role -> contact(role).stream())
                                .distinct()
                                .toList(),
                        approver(strategy, it, gate.deputy())))
                .orElseGet(() -> new GateLine(
                        "%s: %s"
                                .formatted(
                                        gate.because(),
                                        gate.question().map(this::asked).orElse("")),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    /** The question with what somebody answered: the answer alone opens nothing, the rules look at it. */
    private String asked(Question question) {
        return question.words() + asking().words(question).map(it -> " " + it).orElse("");
    }

    private Asking asking() {
        return new Asking(facts, plan, suspects, regions(), outcome.choice(), plans, now);
    }

    private Optional<String> approver(Weighed strategy, String role, Optional<String> deputy) {
        return facts.stream()
                .filter(it -> it.type() == FactType.APPROVAL && it.state() == State.TRUE)
                .filter(it ->
                        it.text("of").filter(strategy.kind().key()::equals).isPresent())
                .filter(it -> it.text("byRole")
                        .filter(by ->
                                by.equals(role) || deputy.filter(by::equals).isPresent())
                        .isPresent())
                .map(it -> it.source().name())
                .findFirst();
    }

    private Optional<String> contact(String role) {
        return plan.contact(role)
                .flatMap(it -> it.primary())
                .map(it -> it.name()
                        + it.phone().or(it::email).map(way -> ", " + way).orElse(", no number named"));
    }

    private String role(String id) {
        return plan.contact(id).map(it -> it.title()).orElse(id.replace('_', ' '));
    }

    private static String loss(Weighed strategy) {
        return strategy.lossSince()
                .map(it -> "writes after %s are gone%s"
                        .formatted(
                                Words.clock(it),
                                strategy.meetsRpo()
                                        .map(ok -> ok ? ", within the RPO" : ", beyond the RPO")
                                        .orElse("")))
                .or(() -> strategy.loss()
                        .filter(Duration::isZero)
                        .map(_ -> "gives up no committed write by itself; check after"))
                .orElse("not known");
    }

    private static String expected(Weighed strategy) {
        return strategy.recovery()
                .map(it -> "up to %s (%s)"
                        .formatted(Words.span(it), strategy.recoveryOrigin().orElse("")))
                .orElse("no measured time");
    }

    private Why why() {
        return new Why(
                reasons().map(this::said).toList(),
                outcome.choice().runnerUp().map(CardMaker::runnerUp),
                outcome.choice().others().stream()
                        .filter(it -> it.standing() == Standing.VETOED)
                        .flatMap(it -> it.vetoes().stream()
                                .map(veto -> new Against(it.kind().words(), veto)))
                        .toList(),
                changed(),
                targets());
    }

    /** First what made it so grave, then what chose the strategy, then what stands before it or against others. */
    private Stream<Reason> reasons() {
        return outcome.reasons().stream().sorted(Comparator.comparingInt(this::weight));
    }

    private int weight(Reason reason) {
        var severity = "severity " + outcome.assessment().severity().name();
        var strategy = outcome.choice().chosen().map(it -> it.kind().key()).orElse("nothing was chosen");
        if (reason.said().startsWith(severity)) {
            return 0;
        }
        if (reason.said().equals("strategy " + strategy)) {
            return 1;
        }
        if (reason.said().contains(strategy)) {
            return 2;
        }
        return reason.said().startsWith("severity") || reason.said().startsWith("veto") ? 3 : 4;
    }

    private Said said(Reason reason) {
        return new Said(
                reason.said(),
                reason.rule(),
                reason.runbook(),
                reason.rows(),
                reason.grounds().stream().map(this::ground).toList());
    }

    private NowCard.Ground ground(Ground ground) {
        return new NowCard.Ground(ground.text(), ground.observedAt().map(this::since));
    }

    private static RunnerUp runnerUp(Weighed it) {
        var predicted = it.lossSince()
                .map(since -> "writes after %s would be gone".formatted(Words.clock(since)))
                .or(() -> it.loss().filter(loss -> !loss.isZero()).map(loss -> "would lose " + Words.span(loss)));
        return new RunnerUp(it.kind().words(), lost(it), predicted);
    }

    private static String lost(Weighed it) {
        return switch (it.standing()) {
            case ADVISED_AGAINST, VETOED -> String.join("; ", it.because());
            case MISSES_RTO -> "it would miss the RTO";
            case MISSES_RPO -> "it would lose more than the RPO allows";
            case LARGER_REACH -> "it touches more than what is broken";
            case HARDER_TO_UNDO -> "it is harder to undo";
            case MORE_LOSS -> "it loses more";
            case SLOWER -> "it is slower";
            case NOT_PROPOSED -> "no rule finds that it fits";
            case CHOSEN -> "";
        };
    }

    private String changed() {
        var recent = decision.inputs().facts().stream()
                .filter(it -> it.type() == FactType.DEPLOYMENT && it.state() == State.TRUE)
                .filter(it -> since(it.time("at").orElse(it.observedAt())).compareTo(RECENT) <= 0)
                .map(it -> "%s%s %s"
                        .formatted(
                                it.text("what").orElse("a change"),
                                it.subject()
                                        .service()
                                        .map(name -> " on " + name)
                                        .orElse(""),
                                Words.ago(since(it.time("at").orElse(it.observedAt())))))
                .toList();
        return recent.isEmpty() ? "nothing reported" : String.join("; ", recent);
    }

    private List<String> targets() {
        var promise = outcome.promise();
        var used = promise.rto()
                .map(it -> "target used: %s, RTO %s%s"
                        .formatted(
                                promise.of(),
                                Words.span(it),
                                promise.rpo()
                                        .map(rpo -> ", RPO " + Words.span(rpo))
                                        .orElse("")))
                .orElse("nobody has promised anything for it");
        return Stream.concat(Stream.of(used), promise.overrides().stream().map(it -> "overrides " + it))
                .toList();
    }

    /** Whoever is next in line is called at once when somebody asks for more people or nobody was reached. */
    private List<Next> calls() {
        var nexts = new ArrayList<Next>();
        var urged = tellings.isEscalatedToWhoeverIsNext();
        for (var call : outcome.calls()) {
            var next = next(call, urged);
            nexts.add(next);
            urged = next.state().equals("NOT REACHED") || urged && !isCalledEarly(call, next);
        }
        return nexts;
    }

    private static boolean isCalledEarly(Call call, Next next) {
        return call.due().isEmpty() && next.state().equals("YOU must call");
    }

    private Next next(Call call, boolean urged) {
        var in = call.due().map(it -> Duration.between(now, it));
        return new Next(
                state(call, in, urged),
                call.level(),
                call.title(),
                call.contacts(),
                call.due(),
                in,
                call.authority(),
                call.assumed(),
                call.article());
    }

    private String state(Call call, Optional<Duration> in, boolean urged) {
        if (tellings.isNotReached(call.level())) {
            return "NOT REACHED";
        }
        if (call.answered() || tellings.isAnswered(call.level())) {
            return "answered";
        }
        return in.map(it -> it.plus(GRACE).isNegative() ? "OVERDUE" : "YOU must call")
                .orElse(urged ? "YOU must call" : "upcoming");
    }

    private Tier tier() {
        var tier = outcome.tier();
        return new Tier(
                tier.known(),
                tier.proposed().map(Enum::name).orElse("this plan has none"),
                tier.inForce().map(Enum::name).orElse("unknown"),
                tier.switchedOff(),
                tier.article());
    }

    private Telling telling(Outcome.Telling telling) {
        var late = telling.due().filter(it -> it.plus(GRACE).isBefore(now)).isPresent();
        return new Telling(
                late ? "OVERDUE" : "due",
                telling.audience(),
                telling.channels(),
                telling.due(),
                telling.outside(),
                telling.template());
    }

    private List<Link> links() {
        var links = new ArrayList<Link>();
        outcome.choice()
                .chosen()
                .flatMap(this::steps)
                .ifPresent(it -> links.add(new Link(
                        it.article().title(),
                        "/kb/" + it.article().id().slug() + "#" + it.section().id())));
        links.add(new Link("Plan " + plan.title(), "/plans/" + plan.id()));
        links.add(new Link("Why, in full: " + decision.number(), "/decisions/" + decision.number()));
        return links;
    }

    private Stream<Symptom> symptoms() {
        return decision.inputs().symptoms().stream().filter(Symptom::isOpen);
    }

    private Optional<Fact> newest(FactType type) {
        return facts.stream()
                .filter(it -> it.type() == type && it.state() == State.TRUE)
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id));
    }

    /** Of those that the rules named; where they named none, of all that went in. */
    private Optional<Instant> oldestFact() {
        var named = outcome.reasons().stream()
                .flatMap(it -> it.grounds().stream())
                .flatMap(it -> it.observedAt().stream())
                .min(Comparator.naturalOrder());
        return named.or(() -> Stream.concat(
                        symptoms().map(Symptom::lastSeen),
                        decision.inputs().facts().stream()
                                .filter(it -> !it.type().isPersonal())
                                .map(Fact::observedAt))
                .min(Comparator.naturalOrder()));
    }

    private Duration since(Instant at) {
        var since = Duration.between(at, now);
        return since.isNegative() ? Duration.ZERO : since;
    }

    /** Gravest first, then the most urgent, then the oldest. */
    static final Comparator<NowCard> GRAVEST = Comparator.comparing(
                    (NowCard it) -> rank(it.head().severity()))
            .thenComparing(it -> Urgency.valueOf(it.head().urgency()))
            .thenComparing(it -> it.head().since())
            .thenComparing(NowCard::incident);

    /** Not knowing how bad it is ranks right behind a major outage. */
    private static int rank(String severity) {
        return List.of("SEV1", "SEV2", "UNKNOWN", "SEV3", "SEV4", "SEV5").indexOf(severity);
    }

    static Set<String> ordered(List<String> first, List<String> then) {
        var all = new LinkedHashSet<>(first);
        all.addAll(then);
        return all;
    }
}
