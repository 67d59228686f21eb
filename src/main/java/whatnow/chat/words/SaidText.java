package whatnow.chat.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.chat.words.Heard.Said;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.SymptomKind;

/**
 * What was read, in a short sentence to be shown back: {@code us-east-1 is lost}, {@code freight-api: errors, 12 %},
 * {@code replica is 40 min behind}. Times are UTC.
 */
public final class SaidText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Said said;
    private final boolean isSo;

    private SaidText(Said said) {
        this.said = said;
        this.isSo = said.state() == State.TRUE;
    }

    public static String of(Said said) {
        return new SaidText(said).text();
    }

    private String text() {
        return switch (said.type()) {
            case SYMPTOM -> symptom();
            case REGION_STATUS, ZONE_STATUS -> where() + (isSo ? " works" : " is lost");
            case REPLICATION -> "replica" + ofSubject() + replication();
            case LAST_COMMIT_REPLAYED ->
                "replica" + ofSubject() + " has replayed up to " + time("at").orElse("an unknown time");
            case STANDBY -> "standby" + ofSubject() + (isSo ? " is ready" : " is not ready");
            case BACKUP -> "backups" + ofSubject() + (isSo ? " can be trusted" : " cannot be trusted");
            case WAL_ARCHIVE -> "WAL" + ofSubject() + (isSo ? " is being archived" : " is not being archived");
            case CORRUPTION -> "data" + ofSubject() + (isSo ? " is corrupt" + corruptSince() : " is not corrupt");
            case INTRUSION -> intrusion();
            case DATA_LOSS -> (isSo ? "saved data" : "no saved data") + ofSubject() + " is gone";
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
                    NOTE,
                    ARTICLE_FEEDBACK -> (isSo ? "" : "not so: ") + said.type().claim() + ofSubject();
        };
    }

    private String symptom() {
        var service = service();
        return switch (kind()) {
            case UNAVAILABLE -> service + (isSo ? " is unavailable" : " is available");
            case ERRORS -> service + (isSo ? ": errors" + share() : ": no errors");
            case SLOW -> service + (isSo ? " is slow" : " is not slow");
            case SATURATED -> service + (isSo ? " is saturated" + share() : " is not saturated");
            case LAGGING -> service + (isSo ? " is behind" : " is not behind");
            case BACKUP_FAILED -> "backup" + ofSubject() + (isSo ? " failed" : " did not fail");
            case UNUSUAL_LOAD -> service + (isSo ? " has unusual load" : " has its usual load");
            case REDUNDANCY_LOST -> service + (isSo ? " lacks spare copies" : " has its spare copies");
            case HARDWARE_FAILING -> "hardware" + ofSubject() + (isSo ? " is failing" : " is not failing");
            case JOB_FAILED -> "a job" + ofSubject() + (isSo ? " failed" : " did not fail");
            case MISCONFIGURED -> service + (isSo ? " is misconfigured" : " is configured as it should be");
            case EXPIRING -> "something" + ofSubject() + (isSo ? " expires" : " does not expire soon");
            case UNOBSERVED -> service + (isSo ? " is not observed" : " is observed");
            case CHANGED -> service + (isSo ? " was changed" : " was not changed");
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
                service
                        + (isSo ? ": " : ": not ")
                        + kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private SymptomKind kind() {
        return SymptomKind.valueOf(String.valueOf(said.fields().getOrDefault("kind", SymptomKind.OTHER.name())));
    }

    private String share() {
        return number("value").map(it -> ", " + plain(it) + " %").orElse("");
    }

    private String replication() {
        var lag = number("lagSeconds");
        if (!isSo) {
            return " does not replicate";
        }
        return lag.map(it -> it == 0 ? " is not behind" : " is " + span(it) + " behind")
                .orElse(" replicates");
    }

    private String corruptSince() {
        var since = time("since").map(it -> " since " + it);
        var first = time("firstBadWrite").map(it -> "first bad write " + it);
        return since.orElse("") + first.map(it -> ", " + it).orElse("");
    }

    private String intrusion() {
        var since = time("firstCompromise").map(it -> " since " + it).orElse("");
        return switch (String.valueOf(said.fields().getOrDefault("kind", "access"))) {
            case "ransomware" -> (isSo ? "ransomware" : "no ransomware") + since;
            case "breach" -> (isSo ? "data got out" : "no data got out") + since;
            default -> (isSo ? "somebody is inside" : "nobody is inside") + " who should not be" + since;
        };
    }

    private String deployment() {
        if (!isSo) {
            return "nothing was deployed" + subject().map(it -> " to " + it).orElse("");
        }
        return subject().orElse("something") + " was deployed"
                + time("at").map(it -> " at " + it).orElse("");
    }

    private String service() {
        return subject().orElse("something");
    }

    private Optional<String> subject() {
        var subject = said.subject();
        var region = subject.region().map(it -> subject.service().isPresent() ? "in " + it : it);
        var parts = Stream.of(subject.service(), region, subject.zone()).flatMap(Optional::stream);
        return Optional.of(parts.collect(Collectors.joining(" "))).filter(it -> !it.isEmpty());
    }

    private String ofSubject() {
        Subject subject = said.subject();
        return subject.service().map(it -> " of " + it).orElse("")
                + subject.region().map(it -> " in " + it).orElse("");
    }

    private String where() {
        return said.subject().zone().or(said.subject()::region).orElse("a place");
    }

    private Optional<Double> number(String field) {
        return Optional.ofNullable(said.fields().get(field))
                .filter(Number.class::isInstance)
                .map(it -> ((Number) it).doubleValue());
    }

    private Optional<String> time(String field) {
        return Optional.ofNullable(said.fields().get(field))
                .map(it -> Instant.parse(it.toString()))
                .map(it -> (it.getEpochSecond() % 60 == 0 ? MINUTE : SECOND).format(it));
    }

    /** {@code 90 s}, {@code 40 min}, {@code 2 h 30 min}. */
    private static String span(double seconds) {
        if (seconds < 120) {
            return plain(seconds) + " s";
        }
        var minutes = (long) seconds / 60;
        var rest = seconds % 60 == 0 ? "" : " " + plain(seconds % 60) + " s";
        return minutes < 120 ? minutes + " min" + rest : hours(minutes) + rest;
    }

    private static String hours(long minutes) {
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
