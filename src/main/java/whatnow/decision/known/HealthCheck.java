package whatnow.decision.known;

import java.time.Duration;
import java.util.Optional;

/** Checks of one service, or of a whole region when {@code service} is empty. */
public record HealthCheck(
        Optional<String> service,
        Optional<String> region,
        int failures,
        int checks,
        int changes,
        Optional<Double> responseMillis,
        Optional<Double> errorRate,
        Optional<String> why,
        Belief belief)
        implements Known {

    /** At least four changes within ten checks. */
    public boolean isFlapping() {
        return changes >= 4 && checks <= 10;
    }

    /** Share of checks that failed, from 0 to 1. */
    public double share() {
        return checks == 0 ? (isFalse() ? 1 : 0) : (double) failures / checks;
    }

    public boolean isMostlyFailing() {
        return share() >= 0.5;
    }

    public boolean isPartlyFailing() {
        return share() > 0 && share() < 0.5;
    }

    public String serviceName() {
        return service.orElse("");
    }

    public boolean hasErrors() {
        return errorRate.filter(it -> it > 0).isPresent();
    }

    public boolean isSlowerThan(Duration limit) {
        return responseMillis.filter(it -> it > limit.toMillis()).isPresent();
    }

    public boolean hasMoreErrorsThan(double limit) {
        return errorRate.filter(it -> it > limit).isPresent();
    }

    public boolean isAbout(String name) {
        return service.filter(name::equals).isPresent();
    }

    @Override
    public String inWords() {
        return "checks of %s: %d of %d failed%s%s"
                .formatted(
                        service.or(() -> region).orElse("everything"),
                        failures,
                        checks,
                        errorRate
                                .map(it -> ", error rate %.0f %%".formatted(it * 100))
                                .orElse(""),
                        why.map(" (%s)"::formatted).orElse(""));
    }
}
