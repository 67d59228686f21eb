package whatnow.signal;

import java.time.Instant;
import java.util.List;

/** Sends a sample through a door as its sender would. It is read and kept, and nothing follows from it. */
public interface TestAlerts {

    /**
     * @param door by its key
     * @param by who wants to see it
     * @throws Refused if there is no such door, or it has no sample
     */
    Sent send(String door, String by);

    /**
     * What became of it.
     *
     * @param title of the door
     * @param complaints about what could not be read
     */
    record Sent(String title, Instant at, List<Alert> alerts, List<String> complaints) {

        public Sent {
            alerts = List.copyOf(alerts);
            complaints = List.copyOf(complaints);
        }
    }

    /** As it was read, and what that means by the rules. */
    record Alert(Signal signal, List<Reading> readings) {

        public Alert {
            readings = List.copyOf(readings);
        }
    }
}
