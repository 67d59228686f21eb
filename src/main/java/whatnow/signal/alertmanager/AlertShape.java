package whatnow.signal.alertmanager;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/** How an alert looks, for the documentation of the doors. Bodies are read field by field, so that one bad alert costs no other. */
@Schema(name = "Alert", requiredProperties = "labels")
record AlertShape(
        @Schema(
                allowableValues = {"firing", "resolved"},
                description = "Left out: resolved if endsAt is past")
        String status,

        @Schema(description = "At most 256") Map<String, String> labels,
        Map<String, String> annotations,

        @Schema(description = "Left out: the start of the same alert that is running, else now")
        Instant startsAt,

        @Schema(description = "0001-01-01T00:00:00Z while it is open")
        Instant endsAt,

        String generatorURL,

        @Schema(description = "Left out: computed from the labels, as Alertmanager does")
        String fingerprint) {}
