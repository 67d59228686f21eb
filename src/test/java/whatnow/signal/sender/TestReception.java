package whatnow.signal.sender;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.signal.Intake;

/** The way in of a test, for the doors of any package. */
public final class TestReception {

    public static Reception of(Intake intake) {
        return with(intake, SenderSecrets.NONE);
    }

    /** @param key of the sender that has to sign with any of these */
    static Reception signedBy(Intake intake, String key, List<String> secrets) {
        return with(intake, new SenderSecrets(Map.of(key, secrets)));
    }

    private static Reception with(Intake intake, SenderSecrets secrets) {
        var once = new OnlyOnce(new Signatures(JdbcClient.create(intake.jdbc)), intake.clock);
        return new Reception(intake.signals, intake.factLane, secrets, once, new DoorTraffic(), intake.clock);
    }

    private TestReception() {}
}
