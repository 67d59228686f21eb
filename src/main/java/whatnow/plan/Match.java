package whatnow.plan;

import java.util.List;
import java.util.Map;

/** Which signals belong to a plan. A signal belongs if any selector holds; none at all selects nothing. */
public record Match(List<Map<String, String>> labels, List<String> sources, List<String> accounts) {

    public boolean selects(Map<String, String> signalLabels, String source) {
        return labels.stream().anyMatch(it -> signalLabels.entrySet().containsAll(it.entrySet()))
                || sources.contains(source)
                || accounts.contains(signalLabels.getOrDefault("account", ""));
    }
}
