package whatnow.now;

import whatnow.plan.Severity;
import whatnow.plan.Urgency;
import whatnow.signal.Reading;
import whatnow.signal.Signal;

/** How bad it would be if an alert were real and nothing else went on. Nothing is written down. */
public interface Foresight {

    Foreseen of(Signal alert, Reading reading);

    /**
     * What it would come to.
     *
     * @param plan that would answer for it
     * @param service as that plan names it
     */
    record Foreseen(String plan, String service, Severity severity, Urgency urgency) {}
}
