package whatnow.plan;

import java.util.List;
import java.util.Optional;

/**
 * A way of recovering that the plan offers.
 *
 * @param article article and section that say how, for example {@code regional-failover#steps}
 * @param articles other sections, by the kind of service concerned (key of {@link ServiceKind} in lower case)
 * @param approvals who must agree before it is done, first one decides; empty if nobody must
 * @param targets regions it may go to, best first
 * @param automation what automation of the plan's own should have done by now; empty for none
 * @param pointOfNoReturn after which step there is no way back; empty for none
 */
public record PlannedStrategy(
        StrategyKind kind,
        String title,
        Reach reach,
        Undo undo,
        Optional<Estimate> estimate,
        String article,
        List<ArticleFor> articles,
        List<Approval> approvals,
        List<FailoverTarget> targets,
        Optional<Automation> automation,
        Optional<String> capacityNeeded,
        Optional<String> pointOfNoReturn,
        List<String> abortSigns,
        Optional<String> access,
        List<String> rows) {

    public record ArticleFor(ServiceKind service, String article) {}

    /** A role that decides, and its deputy. {@code because} says what it takes on. */
    public record Approval(String role, String deputy, String because) {}

    /** A region to go to. {@code criticalOnly}: it has room for critical services alone. */
    public record FailoverTarget(String region, boolean criticalOnly) {}

    /** What automation does by itself; a person takes over when it has not happened after {@code within}. */
    public record Automation(String does, java.time.Duration within, List<String> rows) {}
}
