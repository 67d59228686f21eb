package whatnow.database.disk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** One folder that must be able to grow, and the room on its disk. */
public record Place(Kind kind, Path folder, Space space, Room room) {

    public enum Kind {
        DATABASE,
        /** Written to only while the database is away, so the doors do not close for it alone. */
        JOURNAL;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Place unseen(Kind kind, Path folder) {
        return new Place(kind, folder, new Space(0, Long.MAX_VALUE), Room.ENOUGH);
    }

    Place with(Space seen) {
        return new Place(kind, folder, seen, room.next(seen));
    }

    Optional<String> trouble() {
        return switch (room) {
            case ENOUGH -> Optional.empty();
            case SCARCE -> Optional.of(sentence("is filling up", whatWillBe()));
            case NONE -> Optional.of(sentence("is full", whatIs()));
        };
    }

    private String sentence(String state, String consequence) {
        return "The disk of the %s (%s) %s: %s. %s Make room there; nothing needs to be started again."
                .formatted(kind.key(), folder, state, space.words(), consequence);
    }

    private String whatWillBe() {
        return switch (kind) {
            case DATABASE ->
                "From %d %% on, or with less than %s free, no alert is taken."
                        .formatted(Room.NONE_FROM, Space.size(Room.LEAST));
            case JOURNAL -> "When it is full, no alert is taken while the database is away.";
        };
    }

    private String whatIs() {
        return switch (kind) {
            case DATABASE ->
                "No alert is taken (senders get 503 and come back); what is known is still decided and read.";
            case JOURNAL -> "While the database is away no alert is taken.";
        };
    }
}
