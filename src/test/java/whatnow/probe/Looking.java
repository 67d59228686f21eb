package whatnow.probe;

import java.time.Duration;
import org.springframework.context.ApplicationContext;
import whatnow.testkit.MovableClock;

/** What the timer does, for tests whose time does not pass by itself. */
public final class Looking {

    /** Second by second, and each time until all that was begun has been seen. */
    public static void through(ApplicationContext application, Duration span, MovableClock clock) {
        var prober = application.getBean(Prober.class);
        for (var second = 0; second < span.toSeconds(); second++) {
            clock.passes(Duration.ofSeconds(1));
            prober.tick();
            while (prober.isBusy()) {
                Thread.onSpinWait();
            }
        }
    }

    /** The next look begins with what the database says. */
    public static void forget(ApplicationContext application) {
        application.getBean(ToldLooker.class).forgetsAll();
        application.getBean(Prober.class).letGo();
    }

    private Looking() {}
}
