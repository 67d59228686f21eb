package whatnow.chat.announce;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import whatnow.chat.Rendering;
import whatnow.incident.Incidents;
import whatnow.incident.Restrictions;
import whatnow.message.Channel;
import whatnow.message.Messages;
import whatnow.now.NowCards;
import whatnow.time.Now;

@Configuration(proxyBeanMethods = false)
class AnnounceConfiguration {

    @Bean
    Places announcedPlaces(List<Channel> channels, Environment environment) {
        return Places.of(channels, it -> named(environment, it));
    }

    /** {@code whatnow.slack.channels.freight} and the like. */
    private static Map<String, String> named(Environment environment, String kind) {
        return Binder.get(environment)
                .bind("whatnow." + kind + ".channels", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
    }

    @Bean
    Announcer announcer(
            Places places,
            List<Rendering> renderings,
            NowCards cards,
            Incidents incidents,
            Restrictions restrictions,
            Messages messages,
            Now now) {
        return new Announcer(places, renderings, cards, incidents, restrictions, messages, now);
    }
}
