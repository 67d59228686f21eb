package whatnow.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;

/**
 * What became of a request, said only once it is on disk.
 *
 * @param accepted how many were new
 * @param repeated how many were known already; their time to live was refreshed
 * @param unreadable which could not be understood; they are kept and shown on the Sources page
 * @param ids of the accepted and repeated ones, in the order they were sent
 * @param isRepeat nothing in it was new, not even what could not be understood
 */
public record Receipt(
        int accepted,
        int repeated,
        List<Complaint> unreadable,
        List<UUID> ids,
        @JsonIgnore boolean isRepeat) {

    public Receipt {
        unreadable = List.copyOf(unreadable);
        ids = List.copyOf(ids);
    }

    /** The same was brought before; nothing is done again. */
    public static Receipt again(Delivery delivery, List<UUID> ids) {
        var complaints = delivery.unreadable().stream()
                .map(it -> new Complaint(it.position(), it.why()))
                .toList();
        return new Receipt(0, ids.size(), complaints, ids, true);
    }

    /** What could not be understood, by its place in the request, counted from 0. */
    public record Complaint(int position, String why) {}
}
