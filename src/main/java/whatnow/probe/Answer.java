package whatnow.probe;

import java.time.Instant;
import java.util.Optional;

/** What one try brought. */
sealed interface Answer {

    /** @param certificateUntil when the certificate that was shown ends */
    record Right(long millis, Optional<Instant> certificateUntil) implements Answer {}

    /** It answers, and not as the plan expects. */
    record Wrong(long millis, String why) implements Answer {}

    /** It answers that nobody can be served: a gateway that finds nobody behind it, or a service that says so of itself. */
    record NoService(long millis, String why) implements Answer {}

    /** Nothing that can be called an answer came. */
    record None(String why) implements Answer {}
}
