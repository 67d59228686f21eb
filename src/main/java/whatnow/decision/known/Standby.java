package whatnow.decision.known;

import java.util.Optional;

/** Whether what would take over is ready. */
public record Standby(
        Optional<String> service, Optional<String> region, Optional<Integer> capacityPercent, Belief belief)
        implements Known {

    public boolean isReady() {
        return isTrue();
    }

    /** The standby of this service in its own region: nothing else is named. */
    public boolean isOf(String name) {
        return service.filter(name::equals).isPresent();
    }

    public boolean isIn(String name) {
        return region.filter(name::equals).isPresent();
    }

    public boolean hasRoom() {
        return capacityPercent.filter(it -> it >= 100).isPresent();
    }

    @Override
    public String inWords() {
        return "standby of %s: %s"
                .formatted(
                        service.or(() -> region).orElse("the plan"),
                        isTrue() ? "ready" : isFalse() ? "not ready" : "unknown");
    }
}
