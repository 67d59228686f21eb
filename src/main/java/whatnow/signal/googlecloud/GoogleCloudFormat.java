package whatnow.signal.googlecloud;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** An incident of Google Cloud Monitoring, told when it opens and when it closes. */
@Component
final class GoogleCloudFormat implements Format {

    private static final Pattern IN_ZONE = Pattern.compile("([a-z]+-[a-z]+\\d+)-[a-z]");

    @Override
    public String key() {
        return "google-cloud";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("google-cloud-monitoring", "stackdriver", "gcp");
    }

    @Override
    public String title() {
        return "Google Cloud Monitoring";
    }

    @Override
    public boolean isBatch() {
        return false;
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public Delivery read(Message message) {
        return new Batch(this, message, message.body().at("/incident/scoping_project_id"))
                .add(message.body().path("incident"), GoogleCloudFormat::incident)
                .delivery();
    }

    private static Draft incident(JsonNode incident) {
        var place = first(incident, "/resource/labels/location", "/resource/labels/zone", "/resource/labels/region")
                .orElse("");
        var zone = IN_ZONE.matcher(place);
        var name = needed(incident, "/condition_name", "/condition/displayName", "/policy_name");
        var draft = Draft.named(name)
                .labels(incident.path("policy_user_labels"))
                .labels(incident.at("/metadata/user_labels"))
                .label(
                        "service",
                        first(incident, "/policy_user_labels/service", "/metadata/user_labels/service")
                                .or(() -> first(incident, "/resource_display_name", "/resource_name", "/resource_id")))
                .label("zone", zone.matches() ? place : "")
                .label("region", zone.matches() ? zone.group(1) : place)
                .label("severity", first(incident, "/severity", "/metadata/system_labels/severity"))
                .label("metric", text(incident, "/metric/type"))
                .label("policy", text(incident, "/policy_name"))
                .annotation("summary", text(incident, "/summary"))
                .annotation("description", first(incident, "/documentation/content", "/documentation/subject"))
                .annotation("value", text(incident, "/observed_value"))
                .annotation("dashboard_url", text(incident, "/url"))
                .fingerprint(needed(incident, "/incident_id"))
                .since(time(incident, "/started_at"));
        return switch (needed(incident, "/state").toLowerCase(Locale.ROOT)) {
            case "open" -> draft;
            case "closed" -> draft.resolved(time(incident, "/ended_at"));
            default -> throw Refused.field("state", text(incident, "/state"), "open or closed");
        };
    }
}
