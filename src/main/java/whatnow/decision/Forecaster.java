package whatnow.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.decision.known.BackupState;
import whatnow.decision.known.Corruption;
import whatnow.decision.known.Forecast;
import whatnow.decision.known.HealthCheck;
import whatnow.decision.known.LastCommit;
import whatnow.decision.known.ObserverCutOff;
import whatnow.decision.known.RegionStatus;
import whatnow.decision.known.Replication;
import whatnow.decision.known.Standby;
import whatnow.decision.known.WalArchive;
import whatnow.incident.SymptomKind;
import whatnow.plan.Estimate;
import whatnow.plan.PlannedStrategy;
import whatnow.plan.PlannedStrategy.FailoverTarget;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.StrategyKind;
import whatnow.plan.Target;

/** Works out what each strategy of a plan would cost now, in time and in data. */
final class Forecaster {

    private final RecoveryPlan plan;
    private final Situation situation;
    private final Target target;
    private final Instant impactStartedAt;
    private final Instant now;

    Forecaster(RecoveryPlan plan, Situation situation, Instant now) {
        this.plan = plan;
        this.situation = situation;
        this.target = situation.target();
        this.impactStartedAt = situation.clock().impactStartedAt();
        this.now = now;
    }

    List<Forecast> all() {
        return plan.strategies().stream().map(this::of).toList();
    }

    private Forecast of(PlannedStrategy planned) {
        var to = whereTo(planned);
        var region = to.map(FailoverTarget::region);
        var recovery = planned.estimate().map(Estimate::upTo);
        var lossSince = lossSince(planned.kind(), region);
        var loss = losesNothing(planned.kind()) ? Optional.of(Duration.ZERO) : lossSince.map(this::lost);
        return new Forecast(
                planned.kind(),
                planned,
                region,
                to.map(FailoverTarget::criticalOnly).orElse(false),
                recovery,
                loss,
                lossSince,
                meets(recovery, target.rto().map(this::left)),
                meets(loss, target.rpo()));
    }

    private static Optional<Boolean> meets(Optional<Duration> predicted, Optional<Duration> limit) {
        return limit.isEmpty() ? predicted.map(_ -> true) : predicted.map(it -> it.compareTo(limit.get()) <= 0);
    }

    private Duration left(Duration rto) {
        return rto.minus(Duration.between(impactStartedAt, now));
    }

    /** The first region of the plan that is neither lost nor known to be unready. */
    private Optional<FailoverTarget> whereTo(PlannedStrategy planned) {
        return planned.targets().stream()
                .filter(it -> !isLost(it.region()) && !isUnready(it.region()))
                .findFirst();
    }

    private boolean isLost(String region) {
        return situation.known(RegionStatus.class).anyMatch(it -> it.region().equals(region) && it.isLost())
                || situation.symptoms().stream()
                        .filter(it -> it.isFiring() && it.kind() == SymptomKind.REGION_DOWN)
                        .anyMatch(it -> it.region().filter(region::equals).isPresent())
                || isFailing(region);
    }

    /** An observer that is cut off sees nothing of the region. */
    private boolean isFailing(String region) {
        return situation.known(ObserverCutOff.class).findAny().isEmpty()
                && situation
                        .known(HealthCheck.class)
                        .filter(it -> it.service().isEmpty() && !it.isUnknown() && it.isMostlyFailing())
                        .anyMatch(it -> it.region().filter(region::equals).isPresent());
    }

    private boolean isUnready(String region) {
        return situation.known(Standby.class).anyMatch(it -> it.service().isEmpty() && it.isIn(region) && it.isFalse());
    }

    private static boolean losesNothing(StrategyKind kind) {
        return switch (kind) {
            case OBSERVE, DEGRADE_ONLY, FALLBACK_PROVIDER, RESTART, ROLLBACK, REDEPLOY, DB_FAILOVER, AZ_EVACUATE ->
                true;
            case REGIONAL_FAILOVER, PITR, BACKUP_RESTORE, FULL_REBUILD, ISOLATE_AND_CLEAN_RESTORE -> false;
        };
    }

    private Optional<Instant> lossSince(StrategyKind kind, Optional<String> region) {
        return switch (kind) {
            case REGIONAL_FAILOVER -> lastReplayed(region);
            case PITR -> badWrite().or(this::walReaches);
            case BACKUP_RESTORE, FULL_REBUILD -> restorable();
            case ISOLATE_AND_CLEAN_RESTORE,
                    OBSERVE,
                    DEGRADE_ONLY,
                    FALLBACK_PROVIDER,
                    RESTART,
                    ROLLBACK,
                    REDEPLOY,
                    DB_FAILOVER,
                    AZ_EVACUATE -> Optional.empty();
        };
    }

    /**
     * The last commit that the replica there has replayed. A lag is turned into that time, because a
     * lag read during an outage only grows with the clock.
     */
    private Optional<Instant> lastReplayed(Optional<String> region) {
        return situation
                .known(LastCommit.class)
                .filter(it -> it.region().isEmpty() || it.region().equals(region))
                .flatMap(it -> it.at().stream())
                .findFirst()
                .or(() -> situation
                        .known(Replication.class)
                        .filter(it -> it.region().isEmpty() || it.region().equals(region))
                        .filter(Replication::hasLag)
                        .map(it -> it.belief().observedAt().minus(it.lag().orElseThrow()))
                        .findFirst());
    }

    private Optional<Instant> badWrite() {
        return situation
                .known(Corruption.class)
                .filter(it -> !it.isFalse())
                .flatMap(it -> it.firstBadWrite().stream())
                .min(Instant::compareTo);
    }

    private Optional<Instant> walReaches() {
        return corrupt()
                ? Optional.empty()
                : situation
                        .known(WalArchive.class)
                        .flatMap(it -> it.reaches().stream())
                        .max(Instant::compareTo);
    }

    private boolean corrupt() {
        return situation.known(Corruption.class).anyMatch(it -> !it.isFalse());
    }

    /** A backup, and the WAL behind it up to its first gap. */
    private Optional<Instant> restorable() {
        var backup = situation
                .known(BackupState.class)
                .filter(it -> !it.isFalse())
                .flatMap(it -> it.coversUntil().or(it::takenAt).stream())
                .max(Instant::compareTo);
        var wal = situation
                .known(WalArchive.class)
                .flatMap(it -> it.reaches().stream())
                .max(Instant::compareTo);
        return backup.map(it -> wal.filter(it::isBefore).orElse(it));
    }

    private Duration lost(Instant since) {
        var until = corrupt() ? now : impactStartedAt;
        var lost = Duration.between(since, until);
        return lost.isNegative() ? Duration.ZERO : lost;
    }
}
