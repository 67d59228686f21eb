package whatnow.signal.sender;

import java.util.List;
import java.util.Map;
import whatnow.signal.Intake;

/** The way in of a test, for the doors of any package. */
public final class TestReception {

    public static Reception of(Intake intake) {
        return new Reception(intake.signals, intake.factLane, SenderSecrets.NONE, new DoorTraffic(), intake.clock);
    }

    /** @param key of the sender that has to sign with any of these */
    static Reception signedBy(Intake intake, String key, List<String> secrets) {
        return new Reception(
                intake.signals,
                intake.factLane,
                new SenderSecrets(Map.of(key, secrets)),
                new DoorTraffic(),
                intake.clock);
    }

    private TestReception() {}
}
