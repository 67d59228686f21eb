package whatnow.plan;

import java.util.List;
import java.util.Map;

/** What all plans share. */
record PlanDefaults(List<Threshold> thresholds, Map<String, List<ReferenceRow>> reference) {}
