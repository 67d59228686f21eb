package whatnow.chat.words;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import whatnow.decision.known.Words;
import whatnow.incident.State;
import whatnow.incident.SymptomKind;

/** What was read, as people read it back: {@code us-east-1 is lost}, {@code freight-api: errors, 12 %}. */
public final class SaidText {

    private final Heard.Said said;
    private final boolean isSo;

    private SaidText(Heard.Said said) {
        this.said = said;
        this.isSo = said.state() == State.TRUE;
    }

    public static String of(Heard.Said said) {
        return said.state() == State.UNKNOWN
                ? said.type().key().replace('_', ' ') + about(said) + ": unknown"
                : new SaidText(said).text();
    }

    private String text() {
        return switch (said.type()) {
            case SYMPTOM -> symptom();
            case REGION_STATUS -> place(said.subject().region().orElse("the region"));
            case ZONE_STATUS -> place(said.subject().zone().orElse("the zone"));
            case REPLICATION -> replication();
            case LAST_COMMIT_REPLAYED -> "the last commit that was replayed" + about(said) + " is of " + clock("at");
            case STANDBY -> "the standby" + about(said) + (isSo ? " is ready" : " is not ready");
            case BACKUP -> "backups" + about(said) + (isSo ? " can be trusted" : " cannot be trusted");
            case WAL_ARCHIVE -> "the WAL" + about(said) + (isSo ? " is archived" : " is not archived");
            case CORRUPTION -> corruption();
            case INTRUSION -> intrusion();
            case DATA_LOSS -> isSo ? "data" + about(said) + " is lost" : "no data" + about(said) + " is lost";
            case DEPLOYMENT -> deployment();
            case HEALTH_CHECK,
                    DEPENDENCY,
                    HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    APPROVAL,
                    OVERRIDE,
                    STEP_DONE,
                    RUNNING_RECOVERY,
                    TIER_IN_FORCE,
                    STATUS,
                    ANSWER,
                    NOTE -> (isSo ? "" : "not: ") + said.type().claim() + about(said);
        };
    }

    private String symptom() {
        var service = said.subject().service().orElse("a service")
                + said.subject().region().map(it -> " in " + it).orElse("");
        var kind = SymptomKind.valueOf(String.valueOf(said.fields().get("kind")));
        var value = Optional.ofNullable(said.fields().get("value"))
                .map(it -> ", %s %%".formatted(plain(((Number) it).doubleValue())))
                .orElse("");
        return switch (kind) {
            case UNAVAILABLE -> service + (isSo ? " is unavailable" : " answers");
            case ERRORS -> isSo ? service + ": errors" + value : service + ": no errors";
            case SLOW -> service + (isSo ? " is slow" : " is not slow");
            case SATURATED -> isSo ? service + " is at its limit" + value : service + " has room";
            case LAGGING -> service + (isSo ? " is behind" : " keeps up");
            case BACKUP_FAILED -> isSo ? "a backup of " + service + " failed" : "the backup of " + service + " worked";
            case INSTANCE_DOWN,
                    CORRUPT,
                    INTRUSION,
                    RANSOMWARE,
                    DATA_LOSS,
                    WAL_ARCHIVE_FAILING,
                    BACKUPS_COMPROMISED,
                    ZONE_DOWN,
                    REGION_DOWN,
                    OTHER ->
                service + ": " + (isSo ? "" : "no ")
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private String place(String name) {
        return name + (isSo ? " works" : " is lost");
    }

    private String replication() {
        var replica = "the replica" + about(said);
        if (!isSo) {
            return replica + " does not replicate";
        }
        return said.fields().get("lagSeconds") instanceof Number lag
                ? "%s is %s behind".formatted(replica, Words.span(Duration.ofMillis((long) (lag.doubleValue() * 1000))))
                : replica + " works";
    }

    private String corruption() {
        if (!isSo) {
            return "data" + about(said) + " is not corrupt";
        }
        var since = said.fields().containsKey("since") ? " since " + clock("since") : "";
        var first = said.fields().containsKey("firstBadWrite") ? ", first bad write " + clock("firstBadWrite") : "";
        return "data" + about(said) + " is corrupt" + since + first;
    }

    private String intrusion() {
        var since = said.fields().containsKey("firstCompromise") ? ", first sign " + clock("firstCompromise") : "";
        return switch (String.valueOf(said.fields().get("kind"))) {
            case "ransomware" -> isSo ? "ransomware is at work" + since : "no ransomware";
            case "breach" -> isSo ? "data has left the company" + since : "no data has left the company";
            default -> isSo ? "somebody is inside who should not be" + since : "no intruder";
        };
    }

    private String deployment() {
        if (!isSo) {
            return "nothing was changed"
                    + said.subject().service().map(it -> " on " + it).orElse("");
        }
        return said.subject().service().orElse("something")
                + " was changed"
                + (said.fields().containsKey("at") ? " at " + clock("at") : "");
    }

    private String clock(String field) {
        return Words.clock(Instant.parse(String.valueOf(said.fields().get(field))));
    }

    private static String about(Heard.Said said) {
        return said.subject().service().map(it -> " of " + it).orElse("")
                + said.subject().region().map(it -> " in " + it).orElse("");
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
