package whatnow.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that a plan knows.
 *
 * @param aliases other names that alerts and people use
 * @param tier id of its {@link ServiceTier}; empty if the source puts it in none
 * @param regions where it runs, the home region first
 * @param zones zones of the home region, if the plan names them
 * @param dependsOn services it cannot work without
 * @param features what users lose when it is switched off
 * @param standby kind of standby that it has in its own region; empty for none
 * @param fallback what to do without it, for third parties; empty for none
 * @param runsOn ways it may be run, where the source names several; more than one must be asked before a command is shown
 * @param values fill the place-holders of commands, for example {@code cluster -> freight-prod}
 */
public record PlannedService(
        String name,
        String title,
        List<String> aliases,
        ServiceKind kind,
        Importance importance,
        Optional<String> tier,
        Target target,
        Optional<String> owner,
        List<String> regions,
        List<String> zones,
        List<String> dependsOn,
        List<String> features,
        Optional<String> standby,
        Optional<String> fallback,
        List<String> runsOn,
        List<Endpoint> endpoints,
        Map<String, String> values,
        List<String> rows) {

    /**
     * What a probe looks at. What is left out is as the thresholds for monitoring say.
     *
     * @param kind {@code http} or {@code tcp}
     * @param region where what answers there runs; empty if that may be anywhere
     * @param method {@code GET} or {@code HEAD}; empty for GET
     * @param status that an answer must have; empty for 200
     * @param text that an answer must hold within its first 64 KiB
     * @param retries how often a try that failed is made again before it counts
     * @param slowAfter answers that take longer are slow
     */
    public record Endpoint(
            String kind,
            String address,
            Optional<String> region,
            Optional<String> method,
            Optional<Integer> status,
            Optional<String> text,
            Optional<Duration> interval,
            Optional<Duration> timeout,
            Optional<Integer> retries,
            Optional<Duration> slowAfter) {

        public Endpoint(String kind, String address) {
            this(
                    kind,
                    address,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    public boolean isCritical() {
        return importance == Importance.CRITICAL;
    }

    /** Whether users notice at once when it is gone. */
    public boolean isImportant() {
        return importance == Importance.CRITICAL || importance == Importance.HIGH;
    }

    public boolean isMoreImportantThan(PlannedService other) {
        return importance.compareTo(other.importance) < 0;
    }

    /** More important, or as important and earlier in the alphabet. */
    public boolean comesBefore(PlannedService other) {
        var order = importance.compareTo(other.importance);
        return order == 0 ? name.compareTo(other.name) < 0 : order < 0;
    }

    public boolean isExternal() {
        return kind == ServiceKind.EXTERNAL;
    }

    public boolean isDatabase() {
        return kind == ServiceKind.DATABASE;
    }

    public boolean hasStandby() {
        return standby.isPresent();
    }
}
