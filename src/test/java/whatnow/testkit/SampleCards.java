package whatnow.testkit;

import static java.util.Optional.empty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.decision.Supposing.Supposed;
import whatnow.decision.asking.AnswerForm;
import whatnow.decision.asking.AnswerKey;
import whatnow.decision.asking.Askable;
import whatnow.decision.asking.Effect;
import whatnow.decision.asking.Worthwhile.IfAnswered;
import whatnow.now.NowCard;
import whatnow.now.NowCard.DoNow;
import whatnow.now.NowCard.GateLine;
import whatnow.now.NowCard.Ground;
import whatnow.now.NowCard.Head;
import whatnow.now.NowCard.Link;
import whatnow.now.NowCard.Next;
import whatnow.now.NowCard.Opinion;
import whatnow.now.NowCard.RtoClock;
import whatnow.now.NowCard.RunnerUp;
import whatnow.now.NowCard.Said;
import whatnow.now.NowCard.StepLine;
import whatnow.now.NowCard.Telling;
import whatnow.now.NowCard.Tier;
import whatnow.now.NowCard.Unknown;
import whatnow.now.NowCard.Why;
import whatnow.now.NowCards;

/** Cards as a night might show them: a database that fails over, a region that is lost, and a silence. */
public final class SampleCards implements NowCards {

    public static final Instant NOW = Instant.parse("2026-11-20T14:14:48Z");
    public static final String DATABASE = "INC-2026-0042";
    public static final String REGION = "INC-2026-0043";
    public static final String SILENCE = "INC-2026-0044";

    private volatile List<NowCard> cards = List.of(region(), database("anna"), silence());

    /** Shows these from now on. */
    public void show(List<NowCard> shown) {
        cards = List.copyOf(shown);
    }

    @Override
    public List<NowCard> all() {
        return cards;
    }

    @Override
    public Optional<NowCard> of(String incidentNumber) {
        return List.of(region(), database("anna"), silence()).stream()
                .filter(it -> it.incident().equals(incidentNumber))
                .findFirst();
    }

    /** Whatever is supposed, it is the night of the database. */
    @Override
    public NowCard supposing(Supposed supposed) {
        return database("anna");
    }

    @Override
    public List<String> offered(String incidentNumber, AnswerKey question) {
        return of(incidentNumber).stream()
                .flatMap(it -> it.unknowns().stream())
                .filter(it -> it.key().equals(question.text()))
                .flatMap(it -> it.answers().stream())
                .filter(it -> !it.equals(Askable.CANNOT_SEE))
                .toList();
    }

    @Override
    public List<SourceLine> sources() {
        return List.of(
                new SourceLine("prometheus us-east-1", "fresh", Optional.of(NOW.minusSeconds(12))),
                new SourceLine("cloudwatch eu-west-1", "silent", Optional.of(NOW.minus(Duration.ofMinutes(47)))),
                new SourceLine("statuspage", "never observed", empty()));
    }

    /** The same with nothing left to do. */
    public static NowCard withoutSteps(NowCard card, int total) {
        var it = card.doNow();
        var doNow = new DoNow(
                it.strategy(),
                it.strategyKey(),
                it.target(),
                it.article(),
                total,
                total,
                List.of(),
                it.doNot(),
                it.pointOfNoReturn(),
                it.gates(),
                it.loss(),
                it.expected(),
                it.wouldChange(),
                it.automation(),
                it.strategies());
        return with(card, doNow, card.unknowns());
    }

    public static NowCard withoutQuestions(NowCard card) {
        return with(card, card.doNow(), List.of());
    }

    private static NowCard with(NowCard card, DoNow doNow, List<Unknown> unknowns) {
        return new NowCard(
                card.mode(),
                card.askedAt(),
                card.decidedAt(),
                card.oldestFact(),
                card.incident(),
                card.decision(),
                card.plan(),
                card.head(),
                doNow,
                card.why(),
                card.next(),
                card.told(),
                card.opinions(),
                card.tier(),
                card.tellings(),
                card.links(),
                unknowns,
                card.notices());
    }

    /** SEV2: the database's primary is down and its standby healthy. */
    public static NowCard database(String who) {
        var since = NOW.minus(Duration.ofMinutes(14));
        return new NowCard(
                "REAL",
                NOW,
                NOW.minusSeconds(40),
                Optional.of(NOW.minusSeconds(40)),
                DATABASE,
                "DEC-2026-0117",
                "freight",
                new Head(
                        "SEV2",
                        "Major outage",
                        "diamond",
                        "NOW",
                        Optional.of("L3 Major Outage"),
                        false,
                        empty(),
                        List.of("database"),
                        List.of("us-east-1"),
                        "investigating",
                        since,
                        Duration.ofMinutes(14),
                        Optional.of(who),
                        "Technical Lead",
                        Optional.of(new RtoClock(
                                Duration.ofHours(4),
                                since,
                                since.plus(Duration.ofHours(4)),
                                Duration.ofMinutes(226),
                                false,
                                "database",
                                "S1-04, the service's own")),
                        "no measured time yet"),
                new DoNow(
                        Optional.of("Fail the database over in its region"),
                        Optional.of("db_failover"),
                        empty(),
                        Optional.of("database-instance-failure#steps"),
                        0,
                        7,
                        List.of(
                                new StepLine(
                                        1,
                                        "Did the standby take over?",
                                        "Multi-AZ should have promoted it by itself within two minutes.",
                                        Optional.of(
                                                "aws rds describe-events --region us-east-1 --source-identifier freight-prod"
                                                        + " --source-type db-instance --duration 30"),
                                        true,
                                        List.of(),
                                        false,
                                        empty(),
                                        "\"Multi-AZ instance failover completed\", then a test write succeeds",
                                        "",
                                        empty(),
                                        empty()),
                                new StepLine(
                                        2,
                                        "If not by 14:17, fail over by hand",
                                        "",
                                        Optional.of(
                                                "aws rds reboot-db-instance --region us-east-1 --db-instance-identifier"
                                                        + " freight-prod --force-failover"),
                                        true,
                                        List.of(),
                                        true,
                                        Optional.of(
                                                "aws rds describe-db-instances --region us-east-1 --db-instance-identifier"
                                                        + " freight-prod --query 'DBInstances[0].MultiAZ'"),
                                        "the event \"Multi-AZ instance failover completed\" within 120 s",
                                        "none: writes to the old primary stop",
                                        Optional.of("DR Team Lead, +1-555-1234"),
                                        Optional.of("From here there is no way back to the old primary.")),
                                new StepLine(
                                        3,
                                        "Recycle connections on the old address",
                                        "Pools keep the dead address until they are told.",
                                        Optional.of(
                                                "kubectl rollout restart deployment -n {namespace} -l uses=database"),
                                        false,
                                        List.of("namespace"),
                                        false,
                                        empty(),
                                        "error rate below 1 % within 5 min",
                                        "",
                                        empty(),
                                        empty())),
                        Optional.of("restart the old primary."),
                        empty(),
                        List.of(),
                        "none expected: replication in the region is synchronous; prove it with a test write",
                        "plan: 2 min (plan, never measured)",
                        empty(),
                        Optional.of("RDS should have failed over by 14:02:48 UTC by itself."),
                        List.of("observe", "restart", "db_failover", "regional_failover")),
                new Why(
                        List.of(
                                new Said(
                                        "severity",
                                        "A critical service is down and its standby is healthy",
                                        "classify-an-incident#the-table",
                                        List.of("S1-26"),
                                        List.of(
                                                new Ground("primary seen down", Optional.of(Duration.ofSeconds(40))),
                                                new Ground("standby up", Optional.of(Duration.ofSeconds(12))))),
                                new Said(
                                        "strategy",
                                        "The database is down and its region answers",
                                        "database-instance-failure#steps",
                                        List.of("S1-33"),
                                        List.of(new Ground(
                                                "region us-east-1 works", Optional.of(Duration.ofSeconds(31))))),
                                new Said(
                                        "tier",
                                        "Writes fail",
                                        "degrade-features#severe",
                                        List.of("S1-22"),
                                        List.of(new Ground("error rate 37 %", Optional.of(Duration.ofSeconds(40))))),
                                new Said(
                                        "escalation",
                                        "A major outage calls the leads",
                                        "escalation-l3#who",
                                        List.of("S1-13"),
                                        List.of())),
                        Optional.of(new RunnerUp(
                                "Fail over to another region",
                                "one database is affected and the region answers",
                                Optional.of("2 h, loses up to 15 min"))),
                        List.of(),
                        List.of(),
                        "nothing reported",
                        List.of("RTO 4 h is the service's own (S1-04); the plan's 24 h is overridden")),
                List.of(
                        new Next(
                                "YOU must call",
                                "L3",
                                "Technical Leads and CTO",
                                List.of("M. Okafor +1-555-0142", "CTO +1-555-0100"),
                                Optional.of(Instant.parse("2026-11-20T14:46:00Z")),
                                Optional.of(Duration.ofMinutes(31)),
                                empty(),
                                "may declare a disaster",
                                false,
                                "escalation-l3"),
                        new Next(
                                "upcoming",
                                "L4",
                                "Executives",
                                List.of("CEO +1-555-0101"),
                                Optional.of(Instant.parse("2026-11-20T15:00:00Z")),
                                Optional.of(Duration.ofMinutes(45)),
                                empty(),
                                "",
                                true,
                                "escalation-l4")),
                List.of(new NowCard.Told(NOW.minusSeconds(130), "anna", "called L2: not reached")),
                List.of(
                        new Opinion(
                                NOW.minusSeconds(60),
                                "anna",
                                Optional.of("database-instance-failure#steps"),
                                "helped",
                                "",
                                empty()),
                        new Opinion(
                                NOW.minusSeconds(90),
                                "bo\u202Eris",
                                empty(),
                                "missing",
                                "how to warm the <cache>",
                                Optional.of("7"))),
                new Tier(
                        true,
                        "SEVERE",
                        "unknown",
                        List.of("writes", "report export"),
                        Optional.of("degrade-features#severe")),
                List.of(new Telling(
                        "OVERDUE 10 min",
                        "customers",
                        List.of("e-mail", "banner"),
                        Optional.of(Instant.parse("2026-11-20T14:04:00Z")),
                        true,
                        "user-message-severe",
                        empty())),
                List.of(
                        new Link("Database instance failure: Steps", "/kb/database-instance-failure#steps"),
                        new Link("INC-2026-0031, same service, fixed by failover in 3 min", "/incidents/INC-2026-0031"),
                        new Link("Plan freight", "/plans/freight")),
                List.of(new Unknown(
                        "is_the_database_writable",
                        "Does a test write to the database succeed?",
                        AnswerForm.CHOICE,
                        Optional.of(
                                "psql \"host=freight-prod.example dbname=postgres connect_timeout=5\" -c \"create temporary"
                                        + " table whatnow_write_test (at timestamptz)\""),
                        List.of(),
                        List.of("yes", "no", "can't see"),
                        List.of("Writes fail"),
                        false,
                        empty(),
                        Optional.of(Effect.STRATEGY),
                        List.of(new IfAnswered("yes", "as now"), new IfAnswered("no", "Restore from a backup")))),
                List.of());
    }

    /** SEV1: a region is lost, nobody has it, and a named person must decide. */
    public static NowCard region() {
        var since = NOW.minus(Duration.ofMinutes(31));
        return new NowCard(
                "REAL",
                NOW,
                NOW.minusSeconds(8),
                Optional.of(NOW.minusSeconds(95)),
                REGION,
                "DEC-2026-0119",
                "tracktion",
                new Head(
                        "SEV1",
                        "Complete failure",
                        "square",
                        "NOW",
                        Optional.of("Level 4"),
                        true,
                        empty(),
                        List.of("shipment-api", "tracking", "database"),
                        List.of("eu-west-1"),
                        "triage",
                        since,
                        Duration.ofMinutes(31),
                        empty(),
                        "CTO",
                        Optional.of(new RtoClock(
                                Duration.ofHours(1),
                                since,
                                since.plus(Duration.ofHours(1)),
                                Duration.ofMinutes(29),
                                false,
                                "tier 1",
                                "S3-09")),
                        "RTO will be missed; soonest 15:10 UTC (drill 2026-09-12, n=1)"),
                new DoNow(
                        Optional.of("Fail over to another region"),
                        Optional.of("regional_failover"),
                        Optional.of("eu-central-1"),
                        Optional.of("regional-failover#steps"),
                        2,
                        14,
                        List.of(
                                new StepLine(
                                        3,
                                        "Fence the old primary",
                                        "",
                                        Optional.of(
                                                "aws rds modify-db-instance --region eu-west-1 --db-instance-identifier"
                                                        + " tracktion-prod --vpc-security-group-ids {sg_empty}"),
                                        false,
                                        List.of("sg_empty"),
                                        false,
                                        empty(),
                                        "a connection from the application's network is refused; or record \"not fenced,"
                                                + " because ..., accepted by ...\"",
                                        "put the old security group back",
                                        Optional.of("DR Coordinator"),
                                        empty()),
                                new StepLine(
                                        4,
                                        "Note the last replayed commit",
                                        "",
                                        Optional.of("psql \"host=replica.eu-central-1 dbname=postgres\" -c \"select"
                                                + " pg_last_xact_replay_timestamp()\""),
                                        true,
                                        List.of(),
                                        false,
                                        empty(),
                                        "a time; writes after it are gone",
                                        "",
                                        empty(),
                                        empty()),
                                new StepLine(
                                        5,
                                        "Promote the replica",
                                        "",
                                        Optional.of(
                                                "aws rds promote-read-replica --region eu-central-1 --db-instance-identifier"
                                                        + " tracktion-replica"),
                                        false,
                                        List.of("replica"),
                                        true,
                                        Optional.of("psql \"host={replica} dbname=postgres\" -c \"select"
                                                + " pg_is_in_recovery()\""),
                                        "a test write succeeds",
                                        "none",
                                        empty(),
                                        Optional.of("Point of no return: the old primary is rebuilt as a replica."))),
                        Optional.of("let the old primary serve again by itself."),
                        Optional.of("step 5, promote the replica"),
                        List.of(
                                new GateLine(
                                        "cross-region promotion is decided by the CTO, deputy DR Coordinator",
                                        Optional.of("CTO"),
                                        List.of("L. Moreau +33-1-555-0100", "deputy K. Sato +81-3-555-0111"),
                                        empty(),
                                        false),
                                new GateLine(
                                        "the region is down as seen from outside it",
                                        empty(),
                                        List.of(),
                                        Optional.of("anna, 14:09 UTC"),
                                        true)),
                        "writes after 14:02:10 UTC are gone",
                        "plan: 65 min (measured 1 times, slowest 65 min)",
                        Optional.of("db_failover would be chosen now, because the region answers again."),
                        empty(),
                        List.of("observe", "restart", "db_failover", "regional_failover")),
                new Why(
                        List.of(new Said(
                                "severity",
                                "A whole region is lost and users feel it",
                                "classify-an-incident#the-table",
                                List.of("S3-04"),
                                List.of(
                                        new Ground(
                                                "region eu-west-1 down, seen from 2 places",
                                                Optional.of(Duration.ofSeconds(95))),
                                        new Ground("tracking down", Optional.of(Duration.ofSeconds(22)))))),
                        Optional.of(new RunnerUp("Restore from a backup", "it loses 6 h of writes", empty())),
                        List.of(new NowCard.Against("Evacuate the zone", "all three zones of the region fail alike")),
                        List.of(),
                        "shipment-api 4.12.0 deployed 13:21 UTC by ci: look at a rollback first",
                        List.of()),
                List.of(new Next(
                        "OVERDUE",
                        "L4",
                        "Executives",
                        List.of("L. Moreau +33-1-555-0100"),
                        Optional.of(Instant.parse("2026-11-20T14:13:00Z")),
                        Optional.of(Duration.ofMinutes(-1)),
                        empty(),
                        "declares the disaster",
                        false,
                        "escalation-l4")),
                List.of(),
                List.of(),
                new Tier(false, "", "", List.of(), empty()),
                List.of(),
                List.of(new Link("Regional failover: Steps", "/kb/regional-failover#steps")),
                List.of(),
                List.of("The rule book (communication) did not load: it says nothing."));
    }

    /** UNKNOWN: the monitoring fell silent, and a hostile label came along. */
    public static NowCard silence() {
        var since = NOW.minus(Duration.ofMinutes(47));
        return new NowCard(
                "DRILL",
                NOW,
                NOW.minusSeconds(20),
                empty(),
                SILENCE,
                "DEC-2026-0120",
                "general",
                new Head(
                        "UNKNOWN",
                        "Severity unknown",
                        "ring",
                        "NOW",
                        empty(),
                        true,
                        Optional.of("SEV3"),
                        List.of("pay\u202Eemtnorf\u200B<img src=x onerror=alert(1)>"),
                        List.of(),
                        "triage",
                        since,
                        Duration.ofMinutes(47),
                        empty(),
                        "On-call engineer",
                        empty(),
                        "no measured time yet"),
                new DoNow(
                        empty(),
                        empty(),
                        empty(),
                        empty(),
                        0,
                        0,
                        List.of(),
                        empty(),
                        empty(),
                        List.of(),
                        "unknown",
                        "nothing can be expected while nothing reports",
                        empty(),
                        empty(),
                        List.of("observe", "restart", "db_failover", "regional_failover")),
                new Why(
                        List.of(new Said(
                                "severity",
                                "Every source that spoke of the service fell silent",
                                "monitoring-silent#steps",
                                List.of("S2-07"),
                                List.of(new Ground(
                                        "cloudwatch eu-west-1 silent", Optional.of(Duration.ofMinutes(47)))))),
                        empty(),
                        List.of(),
                        List.of(),
                        "unknown: nobody reports deployments",
                        List.of()),
                List.of(),
                List.of(),
                List.of(),
                new Tier(true, "NORMAL", "unknown", List.of(), empty()),
                List.of(),
                List.of(new Link("Monitoring is silent", "/kb/monitoring-silent")),
                List.of(
                        new Unknown(
                                "can_users_use_it",
                                "Can you use the service yourself, from outside?",
                                AnswerForm.CHOICE,
                                Optional.of(
                                        "curl -sS -o /dev/null -m 10 -w '%{http_code}\\n' https://www.example.com/health"),
                                List.of(),
                                List.of("yes", "no", "can't see"),
                                List.of("Every source that spoke of the service fell silent"),
                                false,
                                Optional.of("anna could not see 2 min ago"),
                                Optional.of(Effect.STRATEGY),
                                List.of(
                                        new IfAnswered("yes", "as now"),
                                        new IfAnswered("no", "Restore from a backup"))),
                        new Unknown(
                                "is_the_observer_cut_off",
                                "Can the observer reach anything at all?",
                                AnswerForm.CHOICE,
                                Optional.of("ping -c 3 192.0.2.1"),
                                List.of(),
                                List.of("yes", "no", "can't see"),
                                List.of(),
                                false,
                                empty(),
                                Optional.of(Effect.STRATEGY),
                                List.of(
                                        new IfAnswered("yes", "as now"),
                                        new IfAnswered("no", "Restore from a backup"))),
                        new Unknown(
                                "what_changed",
                                "Was anything deployed or configured in the last 60 minutes?",
                                AnswerForm.CHANGE,
                                empty(),
                                List.of(),
                                List.of("yes", "no", "can't see"),
                                List.of(),
                                false,
                                empty(),
                                Optional.of(Effect.STRATEGY),
                                List.of(
                                        new IfAnswered("yes", "as now"),
                                        new IfAnswered("no", "Restore from a backup")))),
                List.of());
    }
}
