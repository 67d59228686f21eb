package whatnow.testkit.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A channel with what was written in it. */
public final class Channel {

    private final String id;
    private final String name;
    private final List<Message> written = new ArrayList<>();
    private boolean botIsIn = true;

    Channel(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What everybody sees, oldest first, without threads. */
    public synchronized List<Message> messages() {
        return written.stream()
                .filter(it -> !it.isEphemeral() && it.thread().isEmpty())
                .toList();
    }

    /** The replies under a message, oldest first. */
    public synchronized List<Message> thread(Message parent) {
        return written.stream()
                .filter(it -> it.thread().equals(Optional.of(parent.ts())))
                .toList();
    }

    /** What only this user sees, oldest first. */
    public synchronized List<Message> onlyFor(String user) {
        return written.stream()
                .filter(it -> it.onlyFor().equals(Optional.of(user)))
                .toList();
    }

    /** As it stands now. */
    public synchronized Optional<Message> message(String ts) {
        return written.stream().filter(it -> it.ts().equals(ts)).findFirst();
    }

    /** What is there now of a message that was at hand before. */
    public Message again(Message earlier) {
        return message(earlier.ts()).orElseThrow(() -> new IllegalStateException("It was deleted."));
    }

    /** The bot was not invited, or was thrown out. */
    public synchronized Channel withoutBot() {
        botIsIn = false;
        return this;
    }

    synchronized boolean hasBot() {
        return botIsIn;
    }

    synchronized void write(Message message) {
        written.add(message);
    }

    synchronized Optional<Message> change(String ts, UnaryOperator<Message> change) {
        written.replaceAll(it -> it.ts().equals(ts) ? change.apply(it) : it);
        return message(ts);
    }

    synchronized void delete(String ts) {
        written.removeIf(it -> it.ts().equals(ts));
    }
}
