package whatnow.probe;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param atOnce how many endpoints are looked at in the same moment, at most */
@ConfigurationProperties("whatnow.probe")
record ProbeSettings(@DefaultValue("64") int atOnce) {

    ProbeSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException(
                    "whatnow.probe.at-once is (%d); expected 1 or more. To probe nothing set whatnow.probe.enabled to false."
                            .formatted(atOnce));
        }
    }
}
