package whatnow.decision.otherwise;

import static whatnow.decision.otherwise.Clause.are;
import static whatnow.decision.otherwise.Clause.has;
import static whatnow.decision.otherwise.Clause.is;
import static whatnow.decision.otherwise.Clause.said;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Question;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.State;
import whatnow.incident.SymptomKind;

/** What facts say, in words. */
final class Clauses {

    /** In the state that the fact is in; of what is UNKNOWN nothing can be said but that. */
    static Clause of(Fact fact) {
        var so = fact.state() == State.TRUE;
        return switch (fact.type()) {
            case SYMPTOM -> symptom(fact, so);
            case HEALTH_CHECK -> healthCheck(fact, so);
            case REPLICATION -> replication(fact, so);
            case LAST_COMMIT_REPLAYED ->
                is("the last commit replayed" + in(fact), "of " + clock(fact, "at"))
                        .calms();
            case REGION_STATUS -> so ? said(place(fact) + " works").calms() : is(place(fact), "lost" + seen(fact));
            case ZONE_STATUS -> so ? said(place(fact) + " works").calms() : is(place(fact), "lost");
            case STANDBY -> standby(fact, so);
            case BACKUP -> backup(fact, so);
            case WAL_ARCHIVE -> walArchive(fact, so);
            case CORRUPTION -> corruption(fact, so);
            case INTRUSION -> intrusion(fact, so);
            case DATA_LOSS ->
                so
                        ? is("data that users had saved" + ofService(fact), "gone")
                        : is("no data" + ofService(fact), "gone").calms();
            case DEPLOYMENT -> deployment(fact, so);
            case DEPENDENCY -> so ? said(service(fact) + " answers").calms() : is(service(fact), "down");
            case RUNNING_RECOVERY -> is(so ? "a recovery" : "no recovery", "under way");
            case APPROVAL -> approval(fact);
            case STEP_DONE ->
                is((so ? "a step" : "no step") + " of " + fact.text("strategy").orElse("it"), "done");
            case ANSWER -> answer(fact, so);
            case HEARTBEAT, DECLARATION, ACKNOWLEDGEMENT, ASSIGNMENT, OVERRIDE, TIER_IN_FORCE, STATUS, NOTE ->
                said((so ? "" : "it is not so that ") + fact.type().claim());
        };
    }

    private static Clause symptom(Fact fact, boolean so) {
        var what = symptom(kind(fact), service(fact)).and(at(fact));
        return so ? what : new Clause("it is no longer so that " + what.stated(), "", true);
    }

    private static SymptomKind kind(Fact fact) {
        var named = fact.text("kind").orElse("").toUpperCase(Locale.ROOT);
        return Stream.of(SymptomKind.values())
                .filter(it -> it.name().equals(named))
                .findFirst()
                .orElse(SymptomKind.OTHER);
    }

    /** Of a service, or of the place or plan that the symptom is filed under. */
    static Clause symptom(SymptomKind kind, String service) {
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
            case ZONE_DOWN, REGION_DOWN -> is(service, "lost");
            case OTHER -> is("an alert about " + service, "firing that nobody taught us to read");
        };
    }

    private static Clause healthCheck(Fact fact, boolean so) {
        var what = subject(fact);
        var failures = fact.number("failures").orElse(0.0);
        var checks = fact.number("checks").orElse(0.0);
        if (fact.number("changes").filter(it -> it >= 4).isPresent()) {
            return are("checks of " + what, "flapping");
        }
        if (so) {
            return said(what + " passes its checks" + seen(fact)).calms();
        }
        if (fact.number("errorRate").isPresent()
                || fact.number("responseMillis").isPresent()) {
            return said(what + " answers worse than the plan's failover criteria allow");
        }
        return are((checks > 0 && failures / checks < 0.5 ? "some" : "most") + " checks of " + what, "failing");
    }

    private static Clause replication(Fact fact, boolean so) {
        var replica = "the replica" + in(fact);
        var lag = fact.number("lagSeconds").map(it -> Duration.ofMillis((long) (it * 1000)));
        if (!so) {
            return has(replica, "stopped replicating");
        }
        return lag.filter(it -> !it.isZero())
                .map(it -> is(replica, Words.span(it) + " behind"))
                .orElseGet(() -> is(replica, lag.isPresent() ? "up to date" : "replicating")
                        .calms());
    }

    private static Clause standby(Fact fact, boolean so) {
        if (fact.number("capacityPercent").isPresent()) {
            var places = in(fact).isEmpty() ? "the rest" : "the rest of" + in(fact).substring(" in".length());
            return is(places, (so ? "" : "not ") + "able to carry the whole load")
                    .calmsIf(so);
        }
        var standby = "the standby" + ofService(fact) + in(fact);
        return is(standby, so ? "ready" : "not ready").calmsIf(so);
    }

    private static Clause backup(Fact fact, boolean so) {
        if (!so) {
            return is(
                    fact.text("level").map(it -> "the " + it + " backup").orElse("the place where backups are kept"),
                    "not to be trusted");
        }
        if (fact.text("level").isEmpty()) {
            return is("the place where backups are kept", "to be trusted").calms();
        }
        var when = fact.text("takenAt").isPresent() ? " of " + clock(fact, "takenAt") : "";
        return said("a backup" + ofService(fact) + when + " was restored and checked")
                .calms();
    }

    private static Clause walArchive(Fact fact, boolean so) {
        var archive = "the WAL archive" + ofService(fact);
        if (!so) {
            return is(archive, "failing");
        }
        return fact.text("gapFrom").isPresent()
                ? has(archive, "a gap from " + clock(fact, "gapFrom"))
                : is(archive, "complete until " + clock(fact, "coversUntil")).calms();
    }

    private static Clause corruption(Fact fact, boolean so) {
        var data = "data" + ofService(fact);
        if (!so) {
            return is(data, "not corrupt").calms();
        }
        return is(data, "corrupt")
                .and(fact.text("firstBadWrite").isPresent() ? " since " + clock(fact, "firstBadWrite") : "")
                .and(fact.says("catastrophic") ? " and a person called that catastrophic" : "");
    }

    private static Clause intrusion(Fact fact, boolean so) {
        var what = switch (fact.text("kind").orElse("access").toLowerCase(Locale.ROOT)) {
            case "ransomware" -> is(so ? "ransomware" : "no ransomware", "at work");
            case "breach" ->
                new Clause(
                        (so ? "" : "no ") + "data has left the company",
                        (so ? "" : "no ") + "data had left the company",
                        false);
            default -> is(so ? "somebody who should not be" : "nobody who should not be", "inside");
        };
        return what.calmsIf(!so)
                .and(fact.text("firstCompromise").isPresent() ? ", first at " + clock(fact, "firstCompromise") : "");
    }

    private static Clause deployment(Fact fact, boolean so) {
        var what = fact.text("what").orElse("a change");
        var on = fact.subject().service().map(it -> " on " + it).orElse("");
        return so
                ? new Clause(
                        what + on + " went out at " + clock(fact, "at"),
                        what + on + " had gone out at " + clock(fact, "at"),
                        false)
                : said(what + on + " never went out").calms();
    }

    private static Clause approval(Fact fact) {
        var role = "the " + fact.text("byRole").orElse("person").replace('_', ' ');
        var of = fact.text("of").orElse("").replaceFirst("^loss:", "").replace('_', ' ');
        var loss =
                fact.time("lossSince").map(it -> " that writes after %s are lost by %s".formatted(Words.clock(it), of));
        return has(role, loss.map(it -> "accepted" + it).orElse("agreed to " + of));
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
                .calms();
    }

    /** What it is about. */
    static String topic(Fact fact) {
        return switch (fact.type()) {
            case REGION_STATUS, ZONE_STATUS -> place(fact);
            case HEALTH_CHECK -> "checks of " + subject(fact);
            case STANDBY -> "the standby" + ofService(fact) + in(fact);
            case REPLICATION -> "the replica" + in(fact);
            case LAST_COMMIT_REPLAYED -> "the last commit replayed" + in(fact);
            case BACKUP -> "backups" + ofService(fact);
            case WAL_ARCHIVE -> "the WAL archive" + ofService(fact);
            case CORRUPTION, DATA_LOSS -> "data" + ofService(fact);
            case INTRUSION -> "an intruder";
            case DEPLOYMENT -> "a change" + ofService(fact);
            case SYMPTOM, DEPENDENCY -> subject(fact);
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
                    NOTE -> "that";
        };
    }

    private static String seen(Fact fact) {
        if (fact.text("confirmedBy").isPresent()) {
            return ", confirmed from outside by a second source";
        }
        return fact.text("vantage")
                .map(it -> it.equals("outside") ? " as seen from outside" : "")
                .orElse("");
    }

    private static String clock(Fact fact, String field) {
        return fact.time(field).map(Words::clock).orElse("an unknown time");
    }

    private static String subject(Fact fact) {
        return fact.subject().service().orElseGet(() -> place(fact));
    }

    private static String service(Fact fact) {
        return subject(fact);
    }

    private static String place(Fact fact) {
        var on = fact.subject();
        return on.zone().or(on::region).or(on::plan).orElse("the system");
    }

    private static String ofService(Fact fact) {
        return fact.subject().service().map(it -> " of " + it).orElse("");
    }

    private static String in(Fact fact) {
        var on = fact.subject();
        return on.zone().or(on::region).or(on::replica).map(it -> " in " + it).orElse("");
    }

    /** Where a symptom shows; of a zone its region is plain. */
    private static String at(Fact fact) {
        var on = fact.subject();
        Optional<String> place = on.zone().or(on::region);
        return place.filter(it -> on.service().filter(it::equals).isEmpty())
                .map(it -> " in " + it)
                .orElse("");
    }

    private Clauses() {}
}
