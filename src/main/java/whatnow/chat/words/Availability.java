package whatnow.chat.words;

import java.util.Map;
import java.util.Optional;
import whatnow.incident.FactType;
import whatnow.incident.SymptomKind;

/** Whether services, places and parts of a database work. */
final class Availability {

    private static final String[] RUNNING = {"work", "run", "respon", "up", "serv", "answer"};
    private static final String[] FAILING = {"fail", "bomb", "abort", "error", "crash", "exit", "fizzl", "flop"};
    /** Of calls it is said that they fail. */
    private static final String[] BREAKING = {
        "blow", "blew", "die", "crash", "drop", "fall", "fell", "bomb", "go ", "went"
    };

    private static final String[] SENDING = {
        "send", "deliver", "process", "import", "export", "push", "consum", "fetch", "flow", "mov"
    };

    private final Facts facts;
    private final Parsed parsed;
    private final Where where;

    Availability(Facts facts) {
        this.facts = facts;
        this.parsed = facts.parsed();
        this.where = facts.where();
    }

    /** What belongs to a database has facts of its own. */
    void works(Predicate said, boolean works) {
        if (facts.part().isPresent()) {
            partWorks(said, facts.part().get(), works);
        } else if (parsed.names(Topic.REQUESTS) && (said.claim() == Claim.STOPPED || said.begins(BREAKING))) {
            var kind = said.begins("hang", "hung", "stall", "freez") ? SymptomKind.SLOW : SymptomKind.ERRORS;
            facts.shows(
                    kind,
                    !works,
                    kind == SymptomKind.SLOW
                            ? Optional.empty()
                            : parsed.amounts().percent());
        } else if (!isOfData(said)) {
            thingsWork(works);
        } else if (works && said.claim() == Claim.UP && !said.is("up") && where.isStore()) {
            facts.addOfService(FactType.CORRUPTION, false);
        }
    }

    /** {@code the orders are back}: nothing is said of the service that keeps them; {@code the login page is down} is its service. */
    private boolean isOfData(Predicate said) {
        var last = parsed.things().stream()
                .filter(it -> it.at() < said.at() && !it.isPlace())
                .reduce((_, it) -> it);
        var isColoured = parsed.things().stream()
                .anyMatch(it -> it.at() == said.at() + 1
                        && it.general().filter(topic -> topic == Topic.DATA).isPresent());
        return isColoured
                || last.filter(it -> it.general()
                                        .filter(topic -> topic == Topic.DATA)
                                        .isPresent())
                                .isPresent()
                        && parsed.things().stream()
                                .noneMatch(it -> it.isService()
                                        && it.at() >= 0
                                        && it.at() == last.get().at() - 1);
    }

    private void partWorks(Predicate said, Topic part, boolean works) {
        var isPoor = !works && said.claim() == Claim.UP && !said.begins(RUNNING);
        if (part == Topic.BACKUP && isPoor) {
            facts.addOfService(FactType.BACKUP, false);
        } else if (part == Topic.BACKUP && said.isDenied() && said.begins(FAILING)) {
            backupFailed(false);
        } else {
            partWorks(part, works);
        }
    }

    void partWorks(Topic part, boolean works) {
        if (part == Topic.ARCHIVE) {
            facts.addOfService(FactType.WAL_ARCHIVE, works);
        } else if (part == Topic.STANDBY) {
            facts.add(FactType.STANDBY, where.place(), works, Map.of());
        } else if (part == Topic.REPLICA) {
            facts.add(FactType.REPLICATION, where.place(), works, Map.of());
        } else if (works) {
            facts.addOfService(FactType.BACKUP, true);
        } else if (!parsed.says(Claim.SPOILT)) {
            backupFailed(true);
        }
    }

    private void backupFailed(boolean isSo) {
        var subject = where.hasServices() ? where.place() : where.service();
        facts.add(FactType.SYMPTOM, subject, isSo, Map.of("kind", SymptomKind.BACKUP_FAILED.name()));
    }

    private void thingsWork(boolean works) {
        facts.shows(SymptomKind.UNAVAILABLE, !works);
        var hasServices = where.hasServices();
        parsed.things().stream()
                .filter(it -> !it.isPlace() || !hasServices && !isOfAZone(it))
                .forEach(it -> placeWorks(it, works));
    }

    /** {@code AZ b in us-east-1}: the region says only which. */
    private boolean isOfAZone(Thing thing) {
        return thing.isRegion() && parsed.things().stream().anyMatch(it -> it.is(Names.Kind.ZONE));
    }

    private void placeWorks(Thing thing, boolean works) {
        for (var name : thing.names()) {
            var isVague = thing.names().size() > 1;
            if (thing.is(Names.Kind.REGION)) {
                facts.add(FactType.REGION_STATUS, Where.region(name), works, Map.of(), isVague);
            }
            if (thing.is(Names.Kind.ZONE)) {
                facts.add(FactType.ZONE_STATUS, Where.zone(name), works, Map.of(), isVague);
            }
        }
    }

    /** A region that is ready is one that can take over. */
    void ready(Predicate said) {
        var part = facts.part();
        var isPlace = part.isEmpty() && !where.hasServices() && parsed.names(Names.Kind.REGION);
        if (isPlace || isOneOf(part, Topic.REPLICA, Topic.STANDBY)) {
            facts.add(FactType.STANDBY, where.place(), said.isSo(), Map.of());
        } else if (part.isPresent() || said.has("ready")) {
            works(said, said.isSo());
        }
    }

    /** Of a service that it is down, of backups that they cannot be used, of data that it is lost. */
    void gone(Predicate said) {
        var isDeleted = said.claim() == Claim.DELETED;
        if (isOneOf(facts.part(), Topic.BACKUP)) {
            facts.addOfService(FactType.BACKUP, said.isDenied());
        } else if (facts.part().isEmpty() && parsed.names(Topic.DATA) || isDeleted && isDatabase(said)) {
            facts.addOfService(FactType.DATA_LOSS, said.isSo());
        } else if (!isDeleted && !said.begins("still")) {
            works(said, said.isDenied());
        }
    }

    /** {@code dropped the database}, but not one of its pods. */
    private boolean isDatabase(Predicate said) {
        return facts.part().isEmpty()
                && where.isDatabase()
                && !parsed.is(Cue.HEAD)
                && parsed.things().stream().anyMatch(it -> it.at() > said.at());
    }

    /** One run of a backup, or else what does the work. */
    void failed(Predicate said, boolean isSo) {
        var isRun = said.claim() == Claim.RAN;
        if (isOneOf(facts.part(), Topic.BACKUP)) {
            if (facts.words().contains("restor")) {
                facts.addOfService(FactType.BACKUP, !isSo);
            } else {
                backupFailed(isSo);
            }
        } else if (!isRun && parsed.names(Topic.REQUESTS)) {
            facts.shows(SymptomKind.ERRORS, isSo, parsed.amounts().percent());
        } else if (!isRun && facts.part().isPresent() || said.begins(FAILING)) {
            works(said, !isSo);
        }
    }

    /** Logs that are received or replayed are those of a replica; a service that sends again is back. */
    void flows(Predicate said) {
        var isReplay = said.begins("replay", "appl") || said.is("received", "streamed");
        var part = facts.part().filter(it -> it != Topic.BACKUP);
        if (part.isPresent()) {
            partWorks(part.get() == Topic.ARCHIVE && isReplay ? Topic.REPLICA : part.get(), said.isSo());
        } else if (said.begins(SENDING) && (said.isDenied() || facts.words().contains("again"))) {
            thingsWork(said.isSo());
        }
    }

    private static boolean isOneOf(Optional<Topic> part, Topic... topics) {
        return part.filter(java.util.List.of(topics)::contains).isPresent();
    }
}
