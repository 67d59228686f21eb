package whatnow.knowledge.foreign;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which line ends what another line begins; found in one pass, because strangers nest as they like. */
final class Partners {

    static Map<Integer, Integer> of(List<String> lines, Predicate<String> opens, Predicate<String> closes) {
        var partners = new HashMap<Integer, Integer>();
        var open = new ArrayDeque<Integer>();
        var fence = new Fence();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (fence.isCode(line)) {
                continue;
            }
            if (opens.test(line)) {
                open.push(index);
            } else if (closes.test(line) && !open.isEmpty()) {
                partners.put(open.pop(), index);
            }
        }
        return partners;
    }

    private Partners() {}
}
