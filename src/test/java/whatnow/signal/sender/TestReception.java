package whatnow.signal.sender;

import whatnow.signal.Intake;

/** The way in of a test, for the doors of any package. */
public final class TestReception {

    public static Reception of(Intake intake) {
        return new Reception(intake.signals, intake.factLane, intake.clock);
    }

    private TestReception() {}
}
