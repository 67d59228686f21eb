package whatnow.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Services that are brought back together. {@code timeout} is for the whole wave. */
public record Wave(int order, List<String> services, boolean parallel, Optional<Duration> timeout, List<String> rows) {}
