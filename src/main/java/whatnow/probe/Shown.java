package whatnow.probe;

import java.time.Instant;
import java.util.Optional;
import whatnow.incident.SymptomKind;

/** A symptom of an endpoint that was begun and not ended. Unknown it may be in between. */
record Shown(SymptomKind kind, Instant since) {

    /** What goes on after a time without sight is the same symptom. */
    static Optional<Shown> after(Optional<Shown> before, Course course) {
        return switch (course.condition()) {
            case NEVER_OBSERVED, UP -> Optional.empty();
            case UNKNOWN -> before;
            case SLOW -> Optional.of(going(before, SymptomKind.SLOW, course));
            case ERRORS -> Optional.of(going(before, SymptomKind.ERRORS, course));
            case DOWN -> Optional.of(going(before, SymptomKind.UNAVAILABLE, course));
        };
    }

    private static Shown going(Optional<Shown> before, SymptomKind kind, Course course) {
        return before.filter(it -> it.kind() == kind).orElseGet(() -> new Shown(kind, course.since()));
    }
}
