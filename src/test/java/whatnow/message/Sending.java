package whatnow.message;

import org.springframework.context.ApplicationContext;

/** What the worker does, for tests whose time does not pass by itself. */
public final class Sending {

    /**
     * Sends what is due.
     *
     * @return whether anything still waits
     */
    public static boolean all(ApplicationContext application) {
        var sender = application.getBean(Sender.class);
        sender.sendAll();
        var waiting = sender.waiting();
        application.getBean(KnownUndelivered.class).know(waiting);
        return !waiting.isEmpty();
    }

    private Sending() {}
}
