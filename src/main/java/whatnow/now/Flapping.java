package whatnow.now;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import whatnow.incident.Symptom;

/** What goes on and off again and again: said on the card also in a moment in which it is off. */
final class Flapping {

    /** After so long without a word it is as it was last. */
    private static final Duration LATELY = Duration.ofMinutes(15);

    private static final int MOST = 2;

    static List<String> notices(Collection<Symptom> symptoms, Instant now) {
        var flapping = symptoms.stream()
                .filter(it -> it.flapping() && it.lastSeen().plus(LATELY).isAfter(now))
                .toList();
        var notices = new ArrayList<String>();
        flapping.stream().limit(MOST).map(Flapping::notice).forEach(notices::add);
        if (flapping.size() > MOST) {
            notices.add("%d more are flapping.".formatted(flapping.size() - MOST));
        }
        return notices;
    }

    private static String notice(Symptom symptom) {
        var place = symptom.zone().or(symptom::region).map(it -> " in " + it).orElse("");
        var just = symptom.isFiring() ? "on just now" : "off just now, which does not mean that it is over";
        return "%s %s%s is flapping: %s.".formatted(symptom.service(), symptom.kind(), place, just);
    }

    private Flapping() {}
}
