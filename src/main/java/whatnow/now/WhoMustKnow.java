package whatnow.now;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whatnow.decision.Outcome.Call;
import whatnow.now.NowCard.Next;
import whatnow.now.NowCard.Telling;

/** The card's fourth part: who is called by when, and which messages are owed. */
final class WhoMustKnow {

    /** Whoever is next in line is called at once when nobody was reached. */
    static List<Next> calls(List<Call> calls, DoneByPeople done, Instant now) {
        var nexts = new ArrayList<Next>();
        var urged = false;
        for (var call : calls) {
            var next = next(call, state(call, done, urged, now), now);
            nexts.add(next);
            urged = next.state().equals("NOT REACHED") || urged && !isCalledEarly(call, next);
        }
        return List.copyOf(nexts);
    }

    static Telling message(whatnow.decision.Outcome.Telling owed, boolean drill, Instant now) {
        return new Telling(
                Deadlines.isLate(owed.due(), now) ? "OVERDUE" : "due",
                owed.audience(),
                owed.channels(),
                owed.due(),
                owed.outside(),
                owed.template(),
                drill ? Optional.of("DRILL") : Optional.empty());
    }

    private static boolean isCalledEarly(Call call, Next next) {
        return call.due().isEmpty() && next.state().equals("YOU must call");
    }

    private static Next next(Call call, String state, Instant now) {
        return new Next(
                state,
                call.level(),
                call.title(),
                call.contacts(),
                call.due(),
                call.due().map(it -> Duration.between(now, it)),
                call.respondBy().filter(_ -> !state.equals("answered")),
                call.authority(),
                call.assumed(),
                call.article());
    }

    private static String state(Call call, DoneByPeople done, boolean urged, Instant now) {
        if (done.isNotReached(call.level())) {
            return "NOT REACHED";
        }
        if (call.answered() || done.isAnswered(call.level())) {
            return "answered";
        }
        if (call.due().isEmpty()) {
            return urged ? "YOU must call" : "upcoming";
        }
        return Deadlines.isLate(call.due(), now) ? "OVERDUE" : "YOU must call";
    }

    private WhoMustKnow() {}
}
