package whatnow.signal.alertmanager;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How Alertmanager's webhook looks, for the documentation. Fields that are not listed are kept and not read. */
@Schema(name = "AlertmanagerWebhook", requiredProperties = "alerts")
record WebhookShape(
        String version,
        String groupKey,

        @Schema(description = "How many alerts the sender left out")
        int truncatedAlerts,

        String status,
        String receiver,
        @Schema(description = "Names the sender") String externalURL,
        List<AlertShape> alerts) {}
