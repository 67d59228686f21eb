package whatnow.decision.supposed;

import static whatnow.decision.supposed.Clause.has;
import static whatnow.decision.supposed.Clause.is;
import static whatnow.decision.supposed.Clause.said;

import java.time.Duration;
import java.util.Locale;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;

/** What facts about data say, in words: where copies of it are, and whether they are good. */
final class DataClauses {

    static Clause replication(Fact fact, boolean so) {
        var replica = "the replica" + About.in(fact);
        var lag = fact.number("lagSeconds").map(it -> Duration.ofMillis((long) (it * 1000)));
        if (!so) {
            return has(replica, "stopped replicating");
        }
        return lag.filter(it -> !it.isZero())
                .map(it -> is(replica, Words.span(it) + " behind"))
                .orElseGet(() -> is(replica, lag.isPresent() ? "up to date" : "replicating")
                        .calming());
    }

    static Clause lastCommit(Fact fact, boolean so) {
        return is("the last commit replayed" + About.in(fact), so ? "of " + About.clock(fact, "at") : "unknown")
                .calmingIf(so);
    }

    static Clause standby(Fact fact, boolean so) {
        if (fact.number("capacityPercent").isPresent()) {
            var rest = "the rest" + About.in(fact).replaceFirst(" in ", " of ");
            return is(rest, (so ? "" : "not ") + "able to carry the whole load").calmingIf(so);
        }
        return is("the standby" + About.of(fact) + About.in(fact), so ? "ready" : "not ready")
                .calmingIf(so);
    }

    static Clause backup(Fact fact, boolean so) {
        var level = fact.text("level");
        if (!so || level.isEmpty()) {
            var what = level.map(it -> "the " + it + " backup").orElse("the place where backups are kept");
            return is(what, (so ? "" : "not ") + "to be trusted").calmingIf(so);
        }
        var when = fact.text("takenAt").isPresent() ? " of " + About.clock(fact, "takenAt") : "";
        var checked = fact.text("verifiedAt").isPresent() ? "was restored and checked" : "can be trusted";
        return said("a backup" + About.of(fact) + when + " " + checked).calming();
    }

    static Clause walArchive(Fact fact, boolean so) {
        var archive = "the WAL archive" + About.of(fact);
        if (!so) {
            return is(archive, "failing");
        }
        return fact.text("gapFrom").isPresent()
                ? has(archive, "a gap from " + About.clock(fact, "gapFrom"))
                : is(archive, "complete until " + About.clock(fact, "coversUntil"))
                        .calming();
    }

    static Clause corruption(Fact fact, boolean so) {
        var data = "data" + About.of(fact);
        if (!so) {
            return is(data, "not corrupt").calming();
        }
        return is(data, "corrupt")
                .and(fact.text("firstBadWrite").isPresent() ? " since " + About.clock(fact, "firstBadWrite") : "")
                .and(fact.says("catastrophic") ? " and a person called that catastrophic" : "");
    }

    static Clause loss(Fact fact, boolean so) {
        return so
                ? is("data" + About.of(fact) + " that users had saved", "gone")
                : is("no data" + About.of(fact) + " that users had saved", "gone")
                        .calming();
    }

    static Clause intrusion(Fact fact, boolean so) {
        var what = switch (fact.text("kind").orElse("access").toLowerCase(Locale.ROOT)) {
            case "ransomware" -> is(so ? "ransomware" : "no ransomware", "at work");
            case "breach" -> has(so ? "data" : "no data", "left the company");
            default -> is(so ? "somebody who should not be" : "nobody who should not be", "inside");
        };
        return what.calmingIf(!so)
                .and(
                        fact.text("firstCompromise").isPresent()
                                ? ", first at " + About.clock(fact, "firstCompromise")
                                : "");
    }

    private DataClauses() {}
}
