package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.List;

/** Empty lines as they are wanted: none where something went, and some where there are none for too long. */
final class Gaps {

    /** The parser looks at a paragraph from its start for each of its lines. */
    private static final int MOST_LINES = 500;

    private static final int MOST_ROWS = 5_000;

    static List<String> mended(List<String> lines) {
        var mended = new ArrayList<String>();
        var fence = new Fence();
        var together = 0;
        for (var line : lines) {
            var isCode = fence.isCode(line);
            var isGap = !isCode && line.isBlank();
            if (!isGap || (!mended.isEmpty() && !mended.getLast().isBlank())) {
                mended.add(line);
            }
            together = isCode || isGap ? 0 : together + 1;
            if (together >= (line.startsWith("|") ? MOST_ROWS : MOST_LINES)) {
                mended.add("");
                together = 0;
            }
        }
        return mended;
    }

    private Gaps() {}
}
