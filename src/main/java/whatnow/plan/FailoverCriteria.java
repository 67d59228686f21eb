package whatnow.plan;

import java.time.Duration;
import java.util.List;

/**
 * When a region's failure makes a failover a candidate: any one of them for {@code failures}
 * consecutive checks.
 *
 * @param maxLag replication lag at the target beyond which a failover is held
 */
public record FailoverCriteria(
        int failures, Duration interval, Duration responseTime, double errorRate, Duration maxLag, List<String> rows) {}
