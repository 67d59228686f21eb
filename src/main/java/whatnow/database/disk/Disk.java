package whatnow.database.disk;

import java.util.List;

/** What was last seen of the disks that we write to. Asking costs nothing. */
public interface Disk {

    List<Place> places();

    /** Whether nothing may be taken in, because the database must keep room for what was taken already. */
    default boolean isFull() {
        return places().stream().anyMatch(it -> it.kind() == Place.Kind.DATABASE && it.room() == Room.NONE);
    }

    /** Whether the journal may not be written to; nothing but the journal is then closed. */
    default boolean isFullForJournal() {
        return places().stream().anyMatch(it -> it.room() == Room.NONE);
    }

    /** For the head of every page. */
    default List<String> troubles() {
        return places().stream().flatMap(it -> it.trouble().stream()).toList();
    }
}
