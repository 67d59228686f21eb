package whatnow.decision.supposed;

import static whatnow.decision.supposed.Clause.are;
import static whatnow.decision.supposed.Clause.has;
import static whatnow.decision.supposed.Clause.is;
import static whatnow.decision.supposed.Clause.said;

import java.util.Locale;
import java.util.stream.Stream;
import whatnow.decision.Question;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.State;
import whatnow.incident.SymptomKind;

/** What facts say, in words. */
public final class Clauses {

    /** In the state that the fact is in, true or false. */
    public static Clause of(Fact fact) {
        var so = fact.state() == State.TRUE;
        return switch (fact.type()) {
            case SYMPTOM -> symptom(fact, so);
            case HEALTH_CHECK -> healthCheck(fact, so);
            case REPLICATION -> DataClauses.replication(fact, so);
            case LAST_COMMIT_REPLAYED -> DataClauses.lastCommit(fact, so);
            case REGION_STATUS, ZONE_STATUS -> place(fact, so);
            case STANDBY -> DataClauses.standby(fact, so);
            case BACKUP -> DataClauses.backup(fact, so);
            case WAL_ARCHIVE -> DataClauses.walArchive(fact, so);
            case CORRUPTION -> DataClauses.corruption(fact, so);
            case INTRUSION -> DataClauses.intrusion(fact, so);
            case DATA_LOSS -> DataClauses.loss(fact, so);
            case DEPLOYMENT -> deployment(fact, so);
            case DEPENDENCY -> so ? said(About.subject(fact) + " answers").calming() : is(About.subject(fact), "down");
            case RUNNING_RECOVERY -> is(so ? "a recovery" : "no recovery", "under way");
            case APPROVAL -> approval(fact, so);
            case STEP_DONE ->
                is((so ? "a step" : "no step") + " of " + fact.text("strategy").orElse("it"), "done");
            case ANSWER -> answer(fact, so);
            case HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    OVERRIDE,
                    TIER_IN_FORCE,
                    STATUS,
                    NOTE,
                    ARTICLE_FEEDBACK ->
                said((so ? "" : "it is not so that ") + fact.type().claim());
        };
    }

    /** What the fact is about, for saying that nobody has spoken of it. */
    public static String topic(Fact fact) {
        return switch (fact.type()) {
            case REGION_STATUS, ZONE_STATUS -> About.place(fact);
            case HEALTH_CHECK -> "checks of " + About.subject(fact);
            case STANDBY -> "the standby" + About.of(fact) + About.in(fact);
            case REPLICATION -> "the replica" + About.in(fact);
            case LAST_COMMIT_REPLAYED -> "the last commit replayed" + About.in(fact);
            case BACKUP -> "backups" + About.of(fact);
            case WAL_ARCHIVE -> "the WAL archive" + About.of(fact);
            case CORRUPTION, DATA_LOSS -> "data" + About.of(fact);
            case INTRUSION -> "an intruder";
            case DEPLOYMENT -> "a change" + About.of(fact);
            case SYMPTOM, DEPENDENCY -> About.subject(fact);
            case RUNNING_RECOVERY,
                    APPROVAL,
                    STEP_DONE,
                    ANSWER,
                    HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    OVERRIDE,
                    TIER_IN_FORCE,
                    STATUS,
                    NOTE,
                    ARTICLE_FEEDBACK -> "that";
        };
    }

    private static Clause symptom(Fact fact, boolean so) {
        var service = About.subject(fact);
        var what = symptom(kind(fact), service).and(About.in(fact, service));
        return so ? what : said("it is no longer so that " + what.stated()).calming();
    }

    private static SymptomKind kind(Fact fact) {
        var named = fact.text("kind").orElse("").toUpperCase(Locale.ROOT);
        return Stream.of(SymptomKind.values())
                .filter(it -> it.name().equals(named))
                .findFirst()
                .orElse(SymptomKind.OTHER);
    }

    /** @param service or the place or plan that the symptom is filed under */
    public static Clause symptom(SymptomKind kind, String service) {
        return switch (kind) {
            case UNAVAILABLE -> is(service, "unavailable");
            case INSTANCE_DOWN -> is("an instance of " + service, "down");
            case ERRORS -> has(service, "errors");
            case SLOW -> is(service, "slow");
            case SATURATED -> is(service, "exhausted");
            case CORRUPT -> is("data of " + service, "corrupt");
            case LAGGING -> is("a replica of " + service, "behind");
            case INTRUSION -> is("somebody who should not be", "inside");
            case RANSOMWARE -> is("ransomware", "at work");
            case DATA_LOSS -> is("data of " + service, "gone");
            case BACKUP_FAILED -> is("a backup of " + service, "failing");
            case WAL_ARCHIVE_FAILING -> is("the WAL archive of " + service, "failing");
            case BACKUPS_COMPROMISED -> is("the place where backups are kept", "compromised");
            case UNUSUAL_LOAD -> has(service, "unusual load");
            case REDUNDANCY_LOST -> is(service, "without its spare copies");
            case HARDWARE_FAILING -> is("hardware of " + service, "failing");
            case JOB_FAILED -> is("a job of " + service, "failing");
            case MISCONFIGURED -> is(service, "misconfigured");
            case EXPIRING -> is("a certificate, licence or token of " + service, "expiring");
            case UNOBSERVED -> is(service, "not observed");
            case CHANGED -> is(service, "changed");
            case ZONE_DOWN, REGION_DOWN -> is(service, "lost");
            case OTHER -> is("an alert about " + service, "firing that nobody taught us to read");
        };
    }

    private static Clause place(Fact fact, boolean so) {
        return so ? said(About.place(fact) + " works").calming() : is(About.place(fact), "lost" + About.seen(fact));
    }

    private static Clause healthCheck(Fact fact, boolean so) {
        var what = About.subject(fact);
        if (fact.number("changes").filter(it -> it >= 4).isPresent()) {
            return are("checks of " + what, "flapping");
        }
        if (so) {
            return said(what + " passes its checks" + About.seen(fact)).calming();
        }
        if (fact.number("errorRate").isPresent()
                || fact.number("responseMillis").isPresent()) {
            return said(what + " answers worse than the plan's failover criteria allow");
        }
        return are((Families.isMostlyFailing(fact) ? "most" : "some") + " checks of " + what, "failing");
    }

    private static Clause deployment(Fact fact, boolean so) {
        var what = fact.text("what").orElse("a change")
                + fact.subject().service().map(it -> " on " + it).orElse("");
        var at = " gone out at " + About.clock(fact, "at");
        return so
                ? new Clause(what + " went out at " + About.clock(fact, "at"), what + " had" + at, false)
                : said(what + " never went out").calming();
    }

    private static Clause approval(Fact fact, boolean so) {
        var role = "the " + fact.text("byRole").orElse("person").replace('_', ' ');
        var of = fact.text("of").orElse("").replaceFirst("^loss:", "").replace('_', ' ');
        var loss = fact.time("lossSince")
                .map(it -> "accepted that writes after %s are lost by %s".formatted(Words.clock(it), of));
        return has(role, (so ? "" : "not ") + loss.orElse("agreed to " + of));
    }

    private static Clause answer(Fact fact, boolean so) {
        var asked = fact.text("question").orElse("");
        var words = Stream.of(Question.values())
                .filter(it -> it.key().equals(asked))
                .map(Question::words)
                .findFirst()
                .orElse(asked);
        return said("the answer to \"%s\" is %s"
                        .formatted(words, fact.text("answer").orElse(so ? "yes" : "no")))
                .calming();
    }

    private Clauses() {}
}
