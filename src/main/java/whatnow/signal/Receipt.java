package whatnow.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;

/**
 * What became of a request, said only once it is on disk.
 *
 * @param accepted how many were new; in a storm and while the database is away, how many were taken at all
 * @param repeated how many were known already; their time to live was refreshed
 * @param unreadable which could not be understood; they are kept and shown on the Sources page
 * @param ids of the accepted and repeated ones, in the order they were sent
 * @param recorded where it is on disk
 * @param isRepeat nothing in it was new, not even what could not be understood
 */
public record Receipt(
        int accepted,
        int repeated,
        List<Complaint> unreadable,
        List<UUID> ids,
        Recorded recorded,
        @JsonIgnore boolean isRepeat) {

    public Receipt {
        unreadable = List.copyOf(unreadable);
        ids = List.copyOf(ids);
    }

    /** Taken without a look at what is known already. */
    static Receipt unread(Delivery delivery, Recorded recorded) {
        var ids = delivery.said().stream()
                .map(it -> SignalId.of(it.signal().eventKey()))
                .toList();
        return new Receipt(ids.size(), 0, complaints(delivery), ids, recorded, false);
    }

    static List<Complaint> complaints(Delivery delivery) {
        return delivery.unreadable().stream()
                .map(it -> new Complaint(it.position(), it.why()))
                .toList();
    }

    /** What could not be understood, by its place in the request, counted from 0. */
    public record Complaint(int position, String why) {}
}
