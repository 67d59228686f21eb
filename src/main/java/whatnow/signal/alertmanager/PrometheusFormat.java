package whatnow.signal.alertmanager;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.signal.Delivery;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;
import whatnow.signal.sender.SenderName;

/** What Prometheus sends to an Alertmanager; it measures itself. */
@Component
final class PrometheusFormat implements Format {

    @Override
    public String key() {
        return "prometheus";
    }

    @Override
    public String title() {
        return "Prometheus";
    }

    @Override
    public Entry entry() {
        return new Entry("/api/v2/alerts", "as authorization credentials");
    }

    @Override
    public boolean isBatch() {
        return true;
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.empty();
    }

    @Override
    public Delivery read(Message message) {
        var alerts = AlertmanagerFormat.alerts(message.body());
        var name = SenderName.of(message.source(), key(), alerts.path(0).path("generatorURL"));
        return new AlertReader(name, true, message.receivedAt()).read(alerts);
    }
}
