package whatnow.testkit.slack;

import java.util.List;
import java.util.Optional;

/**
 * A command or a press that was brought to the application, and what became of it.
 *
 * @param attempts each with its status; 0 where nobody answered in time
 * @param body of the last answer
 * @param shown the message that the answer itself put into the channel
 */
public record Delivery(List<Integer> attempts, String body, Optional<Message> shown) {

    public int status() {
        return attempts.getLast();
    }

    /** Whether it was taken in the end; else the person reads that it timed out. */
    public boolean isTaken() {
        return status() >= 200 && status() < 300;
    }

    public Message message() {
        return shown.orElseThrow(() -> new IllegalStateException(
                "The answer showed no message: status %d, body (%s).".formatted(status(), body)));
    }
}
