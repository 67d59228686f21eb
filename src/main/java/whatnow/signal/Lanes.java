package whatnow.signal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** Alerts and facts do not wait for each other. */
@Configuration(proxyBeanMethods = false)
class Lanes {

    /** Four of full size, or 256 small alerts that are folded together. Each fact takes a connection and a whole place. */
    private static final int WORKING = 4;

    /** Who waits costs some 30 kB; a server just started is a second or two behind 500 alerts a second. */
    private static final int ALERTS_WAITING = 1_000;

    private static final int FACTS_WAITING = 256;

    /** Most senders give up after ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Bean
    Lane alertLane() {
        return new Lane(WORKING, ALERTS_WAITING, PATIENCE, HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** Who sends one alert at a time, and comes back after a 429. */
    @Bean
    Lane senderLane() {
        return new Lane(WORKING, ALERTS_WAITING, PATIENCE, HttpStatus.TOO_MANY_REQUESTS);
    }

    @Bean
    Lane factLane() {
        return new Lane(WORKING, FACTS_WAITING, PATIENCE, HttpStatus.TOO_MANY_REQUESTS);
    }
}
