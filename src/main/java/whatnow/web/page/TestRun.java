package whatnow.web.page;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.now.Foresight;
import whatnow.now.Foresight.Foreseen;
import whatnow.signal.Reading;
import whatnow.signal.Signal;
import whatnow.signal.TestAlerts;

/** Sends a test alert and tells what it would have come to. */
@Component
class TestRun {

    private final TestAlerts tests;
    private final Foresight foresight;

    TestRun(TestAlerts tests, Foresight foresight) {
        this.tests = tests;
        this.foresight = foresight;
    }

    TestAlerts.Sent send(String door, String by) {
        return tests.send(door, by);
    }

    List<TestedAlert> foreseen(TestAlerts.Sent sent) {
        return sent.alerts().stream()
                .flatMap(it -> it.readings().stream().map(reading -> tested(it.signal(), reading)))
                .toList();
    }

    private TestedAlert tested(Signal alert, Reading reading) {
        Foreseen foreseen = foresight.of(alert, reading);
        return new TestedAlert(
                alert.alert(),
                Optional.ofNullable(alert.annotations().get("summary")).orElse(""),
                reading.kind().name(),
                foreseen);
    }
}
