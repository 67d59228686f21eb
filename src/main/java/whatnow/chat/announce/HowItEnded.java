package whatnow.chat.announce;

import java.util.List;
import java.util.Set;
import whatnow.incident.TimelineEntry;
import whatnow.now.Times;

/** What a timeline says of an incident's end: in whose words, and when. */
final class HowItEnded {

    private static final Set<String> ENDED = Set.of("resolved", "closed", "cancelled");
    private static final String TAKEN_OVER = "Merged into ";

    static List<String> of(List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(HowItEnded::isEnding)
                .map(it -> "%s, by %s at %s".formatted(it.text(), it.by(), Times.full(it.at())))
                .toList();
    }

    private static boolean isEnding(TimelineEntry entry) {
        return switch (entry.kind()) {
            case "status" -> ENDED.contains(entry.text().split(":", 2)[0]);
            case "merge" -> entry.text().startsWith(TAKEN_OVER);
            default -> false;
        };
    }

    private HowItEnded() {}
}
