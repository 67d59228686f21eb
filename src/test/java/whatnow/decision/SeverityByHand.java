package whatnow.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import whatnow.decision.Statement.SeverityCannotBeTold;
import whatnow.decision.Statement.SeverityRowFits;
import whatnow.decision.known.AllSilent;
import whatnow.decision.known.BackupState;
import whatnow.decision.known.Corruption;
import whatnow.decision.known.DataLossSaid;
import whatnow.decision.known.DependencyState;
import whatnow.decision.known.Elsewhere;
import whatnow.decision.known.HealthCheck;
import whatnow.decision.known.Intrusion;
import whatnow.decision.known.ObserverCutOff;
import whatnow.decision.known.RegionStatus;
import whatnow.decision.known.Standby;
import whatnow.decision.known.WalArchive;
import whatnow.decision.known.ZoneStatus;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.Condition;
import whatnow.plan.Importance;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;

/**
 * The book {@code severity} as a programmer would write it: loops and conditions, no engine. It is what
 * the engine's price is measured against and nothing else: it neither cites nor explains.
 */
final class SeverityByHand {

    private final RecoveryPlan plan;
    private final List<Object> facts;
    private final List<Symptom> firing;
    private final boolean isCutOff;
    private final List<Statement> said = new ArrayList<>();

    private SeverityByHand(RecoveryPlan plan, List<Object> facts) {
        this.plan = plan;
        this.facts = facts;
        this.firing = all(Symptom.class).filter(Symptom::isFiring).toList();
        this.isCutOff = any(ObserverCutOff.class, _ -> true);
    }

    /** What the book would say, in no particular order; what it would say twice may come once. */
    static List<Statement> of(RecoveryPlan plan, List<Object> facts) {
        var byHand = new SeverityByHand(plan, facts);
        byHand.ofServices();
        byHand.ofSeveral();
        byHand.ofChecks();
        byHand.ofTheDatabase();
        byHand.ofData();
        byHand.ofPlaces();
        byHand.ofSecurity();
        byHand.ofThirdParties();
        byHand.ofTheUnknown();
        return byHand.said;
    }

    private void ofServices() {
        for (var symptom : firing) {
            var planned = plan.service(symptom.service());
            switch (symptom.kind()) {
                case UNAVAILABLE ->
                    planned.filter(it -> symptom.zone().isEmpty() && !it.isDatabase() && !it.isExternal())
                            .ifPresent(it -> say(Condition.SERVICE_UNAVAILABLE, it));
                case INSTANCE_DOWN ->
                    planned.filter(it -> !isUnavailable(it.name())).ifPresent(it -> say(Condition.INSTANCE_DOWN, it));
                case ERRORS, SLOW, SATURATED -> planned.ifPresent(it -> say(Condition.SERVICE_DEGRADED, it));
                case LAGGING ->
                    planned.filter(it -> !it.isDatabase())
                            .ifPresentOrElse(
                                    it -> say(Condition.SERVICE_DEGRADED, it),
                                    () -> say(Condition.REPLICATION_LAGGING));
                case UNUSUAL_LOAD,
                        REDUNDANCY_LOST,
                        HARDWARE_FAILING,
                        JOB_FAILED,
                        MISCONFIGURED,
                        EXPIRING,
                        UNOBSERVED,
                        CHANGED -> planned.ifPresent(it -> say(Condition.SERVICE_AT_RISK, it));
                default -> {}
            }
            if (planned.isEmpty() && symptom.isOfService()) {
                ofAStranger(symptom);
            }
        }
    }

    private void ofAStranger(Symptom symptom) {
        switch (symptom.kind()) {
            case UNAVAILABLE -> sayOfNobody(Condition.SERVICE_UNAVAILABLE);
            case ERRORS, SLOW, SATURATED, INSTANCE_DOWN -> sayOfNobody(Condition.SERVICE_DEGRADED);
            case REDUNDANCY_LOST -> {
                sayOfNobody(Condition.SERVICE_AT_RISK);
                sayOfNobody(Condition.SERVICE_DEGRADED);
            }
            case UNUSUAL_LOAD, HARDWARE_FAILING, JOB_FAILED, MISCONFIGURED, EXPIRING, UNOBSERVED, CHANGED ->
                sayOfNobody(Condition.SERVICE_AT_RISK);
            default -> {}
        }
    }

    private void ofSeveral() {
        for (var symptom : firing) {
            var first = plan.service(symptom.service()).filter(it -> !it.isExternal());
            if (symptom.kind() != SymptomKind.UNAVAILABLE || symptom.zone().isPresent() || first.isEmpty()) {
                continue;
            }
            for (var second : plan.services()) {
                if (!second.name().equals(symptom.service())
                        && !second.isExternal()
                        && !second.isMoreImportantThan(first.get())
                        && (isUnavailable(second.name()) || isUnavailableElsewhere(second.name()))) {
                    sayWhatever(Condition.SEVERAL_SERVICES_UNAVAILABLE, second);
                }
            }
        }
    }

    private void ofChecks() {
        if (isCutOff) {
            return;
        }
        all(HealthCheck.class).filter(it -> !it.isUnknown()).forEach(check -> {
            var planned = check.service().flatMap(plan::service);
            if (check.isMostlyFailing()) {
                planned.filter(it -> !it.isExternal()).ifPresent(it -> say(Condition.SERVICE_UNAVAILABLE, it));
            }
            if (check.isPartlyFailing() || check.hasErrors()) {
                planned.ifPresent(it -> say(Condition.SERVICE_DEGRADED, it));
            }
            if (check.service().isEmpty() && check.region().isPresent()) {
                ofARegion(check);
            }
        });
    }

    private void ofARegion(HealthCheck check) {
        if (check.isMostlyFailing()) {
            say(Condition.REGION_LOST);
        } else {
            plan.failover()
                    .filter(it -> check.checks() >= it.failures())
                    .filter(it -> check.isSlowerThan(it.responseTime()) || check.hasMoreErrorsThan(it.errorRate()))
                    .ifPresent(_ -> plan.severities().stream()
                            .filter(it -> it.condition() == Condition.SERVICE_DEGRADED)
                            .filter(it -> it.covers(Importance.CRITICAL))
                            .forEach(it -> said.add(new SeverityRowFits(it, Optional.empty(), Optional.empty()))));
        }
    }

    private void ofTheDatabase() {
        for (var symptom : firing) {
            var planned = plan.service(symptom.service()).filter(PlannedService::isDatabase);
            if (symptom.kind() != SymptomKind.UNAVAILABLE || planned.isEmpty()) {
                continue;
            }
            var database = planned.get();
            var standbys =
                    all(Standby.class).filter(it -> it.isOf(database.name())).toList();
            var isReady = standbys.stream().anyMatch(Standby::isReady);
            if (isReady) {
                say(Condition.DATABASE_DOWN_STANDBY_READY, database);
            } else if (standbys.stream().anyMatch(Standby::isFalse) || !database.hasStandby()) {
                say(Condition.DATABASE_DOWN_NO_STANDBY, database);
            }
            if (database.hasStandby() && standbys.stream().allMatch(Standby::isUnknown)) {
                say(Condition.DATABASE_DOWN_STANDBY_READY, database);
            }
        }
    }

    private void ofData() {
        if (any(WalArchive.class, WalArchive::isFalse)
                || shows(SymptomKind.WAL_ARCHIVE_FAILING)
                || shows(SymptomKind.BACKUP_FAILED)) {
            say(Condition.BACKUP_FAILING);
        }
        if (any(BackupState.class, it -> it.isFalse() && it.isWholeStorage())
                || shows(SymptomKind.BACKUPS_COMPROMISED)) {
            say(Condition.BACKUPS_COMPROMISED);
        }
        if (any(Corruption.class, Corruption::isTrue) || shows(SymptomKind.CORRUPT)) {
            say(Condition.CORRUPTION);
        }
        if (any(Corruption.class, it -> it.isEstablished() && it.catastrophic())) {
            say(Condition.CATASTROPHIC_CORRUPTION);
        }
        if (any(DataLossSaid.class, DataLossSaid::isTrue) || shows(SymptomKind.DATA_LOSS)) {
            say(Condition.DATA_LOSS);
        }
    }

    private void ofPlaces() {
        if (any(ZoneStatus.class, ZoneStatus::isLost) || shows(SymptomKind.ZONE_DOWN) || allIsDownInOneZone()) {
            say(Condition.ZONE_LOST);
        }
        if (!isCutOff && (any(RegionStatus.class, RegionStatus::isLost) || shows(SymptomKind.REGION_DOWN))) {
            say(Condition.REGION_LOST);
        }
    }

    private boolean allIsDownInOneZone() {
        var placed = firing.stream()
                .filter(it -> it.kind() == SymptomKind.UNAVAILABLE || it.kind() == SymptomKind.INSTANCE_DOWN)
                .filter(it -> it.kind() == SymptomKind.UNAVAILABLE || it.zone().isPresent())
                .toList();
        return !placed.isEmpty()
                && placed.getFirst().zone().isPresent()
                && placed.stream()
                        .allMatch(it -> it.zone().equals(placed.getFirst().zone()))
                && placed.stream().map(Symptom::service).distinct().count() > 1;
    }

    private void ofSecurity() {
        if (any(Intrusion.class, it -> it.isRansomware() && it.isTrue()) || shows(SymptomKind.RANSOMWARE)) {
            say(Condition.RANSOMWARE);
        }
        if (any(Intrusion.class, it -> it.isBreach() && it.isTrue())) {
            say(Condition.BREACH);
        }
        if (any(Intrusion.class, it -> !it.isRansomware() && !it.isBreach() && it.isTrue())
                || shows(SymptomKind.INTRUSION)) {
            say(Condition.INTRUSION);
        }
    }

    private void ofThirdParties() {
        var externals =
                plan.services().stream().filter(PlannedService::isExternal).toList();
        var down = externals.stream().filter(it -> isOutThere(it.name())).toList();
        down.forEach(it -> say(Condition.EXTERNAL_UNAVAILABLE, it));
        var several = down.stream()
                .anyMatch(one -> externals.stream()
                        .filter(it -> !it.name().equals(one.name()))
                        .anyMatch(it -> isOutThere(it.name())
                                || any(
                                        Elsewhere.class,
                                        other -> other.kind() == SymptomKind.UNAVAILABLE
                                                && other.service().equals(it.name()))));
        if (several) {
            say(Condition.SEVERAL_EXTERNALS_UNAVAILABLE);
        }
    }

    private void ofTheUnknown() {
        if (isCutOff) {
            say(Condition.OBSERVER_CUT_OFF);
        }
        var nothingElse = !firing.isEmpty() && firing.stream().allMatch(it -> it.kind() == SymptomKind.OTHER);
        if (nothingElse || any(AllSilent.class, _ -> true)) {
            said.add(new SeverityCannotBeTold());
        }
    }

    private boolean isOutThere(String external) {
        return firing.stream()
                        .anyMatch(it -> it.kind() == SymptomKind.UNAVAILABLE
                                && it.service().equals(external))
                || any(DependencyState.class, it -> it.service().equals(external) && it.isFalse());
    }

    private boolean isUnavailable(String service) {
        return firing.stream()
                .anyMatch(it -> it.kind() == SymptomKind.UNAVAILABLE
                        && it.zone().isEmpty()
                        && it.service().equals(service));
    }

    private boolean isUnavailableElsewhere(String service) {
        return any(
                Elsewhere.class,
                it -> it.kind() == SymptomKind.UNAVAILABLE
                        && it.zone().isEmpty()
                        && it.service().equals(service));
    }

    private boolean shows(SymptomKind kind) {
        return firing.stream().anyMatch(it -> it.kind() == kind);
    }

    private <T> boolean any(Class<T> kind, Predicate<T> condition) {
        return all(kind).anyMatch(condition);
    }

    private <T> Stream<T> all(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    private void say(Condition condition) {
        plan.severities().stream()
                .filter(it -> it.condition() == condition)
                .forEach(it -> said.add(new SeverityRowFits(it, Optional.empty(), Optional.empty())));
    }

    private void say(Condition condition, PlannedService service) {
        plan.severities().stream()
                .filter(it -> it.condition() == condition && it.covers(service.importance()))
                .forEach(it -> said.add(
                        new SeverityRowFits(it, Optional.of(service.name()), Optional.of(service.importance()))));
    }

    private void sayWhatever(Condition condition, PlannedService service) {
        plan.severities().stream()
                .filter(it -> it.condition() == condition)
                .forEach(it -> said.add(
                        new SeverityRowFits(it, Optional.of(service.name()), Optional.of(service.importance()))));
    }

    private void sayOfNobody(Condition condition) {
        plan.severities().stream()
                .filter(it -> it.condition() == condition && it.importance().isEmpty())
                .forEach(it -> said.add(new SeverityRowFits(it, Optional.empty(), Optional.empty())));
    }
}
