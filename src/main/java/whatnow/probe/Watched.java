package whatnow.probe;

import java.time.Instant;
import java.util.Optional;

/** An endpoint with how it fares, and the symptom that people were told of. */
record Watched(Probe probe, Course course, Optional<Shown> shown) {

    static Watched beginning(Probe probe, Instant at) {
        return new Watched(probe, Course.beginning(at), Optional.empty());
    }

    Watched on(Course next) {
        return new Watched(probe, next, Shown.after(shown, next));
    }

    Watched as(Probe changed) {
        return new Watched(changed, course, shown);
    }

    /** Nobody looked for so long that what was seen is not believed any more. */
    boolean isStale(Instant now) {
        return course.isObserved()
                && course.condition() != Condition.UNKNOWN
                && course.triedAt()
                        .filter(it -> it.plus(probe.believed()).isBefore(now))
                        .isPresent();
    }
}
