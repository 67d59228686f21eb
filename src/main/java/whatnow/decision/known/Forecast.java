package whatnow.decision.known;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import whatnow.plan.PlannedStrategy;
import whatnow.plan.StrategyKind;

/**
 * What a strategy of the plan would cost now.
 *
 * @param target region it would go to; empty if it stays
 * @param criticalOnly the target has room for critical services alone
 * @param loss data lost in clock time; empty if unknown
 * @param lossSince writes after this are gone
 */
public record Forecast(
        StrategyKind kind,
        PlannedStrategy planned,
        Optional<String> target,
        boolean criticalOnly,
        Optional<Duration> recovery,
        Optional<Duration> loss,
        Optional<Instant> lossSince,
        Optional<Boolean> meetsRto,
        Optional<Boolean> meetsRpo)
        implements Evidence {

    public boolean isLosingTooMuch() {
        return meetsRpo.filter(it -> !it).isPresent();
    }

    public boolean isLossUnknown() {
        return loss.isEmpty();
    }

    /** The plan's own automation still has time to bring it back. */
    public boolean isStillAutomatic(Duration age) {
        return planned.automation().filter(it -> age.compareTo(it.within()) < 0).isPresent();
    }

    /** It makes a service that is down serve again; the others act on what it stands on, or on nothing. */
    public boolean isBringingServicesBack() {
        return switch (kind) {
            case RESTART, ROLLBACK, REDEPLOY, REGIONAL_FAILOVER -> true;
            case OBSERVE,
                    DEGRADE_ONLY,
                    FALLBACK_PROVIDER,
                    DB_FAILOVER,
                    AZ_EVACUATE,
                    PITR,
                    BACKUP_RESTORE,
                    FULL_REBUILD,
                    ISOLATE_AND_CLEAN_RESTORE -> false;
        };
    }

    public boolean hasTarget() {
        return target.isPresent();
    }

    @Override
    public String inWords() {
        return "%s%s: loses %s"
                .formatted(
                        kind.words(),
                        target.map(it -> " to " + it).orElse(""),
                        loss.map(Words::span).orElse("an unknown amount"));
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return inWords();
    }
}
