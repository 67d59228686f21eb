package whatnow.plan;

import java.util.List;

/**
 * A number that means different things for different purposes, which is why it has one.
 *
 * @param below true when values under the limit are good
 * @param shared comes from the defaults that all plans use
 */
public record Threshold(
        String metric, Purpose purpose, double limit, String unit, boolean below, boolean shared, List<String> rows) {

    public enum Purpose {
        ALERT,
        FAILOVER,
        VALIDATION,
        DRILL,
        MONITORING
    }
}
