package whatnow.decision.otherwise;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.decision.CurrentInputs;
import whatnow.decision.otherwise.Goal.Meant;
import whatnow.decision.otherwise.WhyNot.Answer;
import whatnow.decision.otherwise.WhyNot.Budget;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;

/** Answers why not about an incident as it stands now. Who may ask about it is settled before. */
@Component
public class WhyNotDesk {

    private final Incidents incidents;
    private final CurrentInputs current;

    WhyNotDesk(Incidents incidents, CurrentInputs current) {
        this.incidents = incidents;
        this.current = current;
    }

    /** What somebody asked, answered. */
    public sealed interface Reply {

        /** One answer for each goal that the words may mean. */
        record Answers(List<Answer> answers) implements Reply {}

        /** Why the words mean nothing here, with what can be asked instead. */
        record NotUnderstood(String why) implements Reply {}
    }

    /** Empty if there is no such incident. */
    public Optional<Answer> answer(IncidentId id, Goal goal) {
        return incidents.find(id).map(current::of).map(it -> answer(it, goal, Budget.USUAL));
    }

    /**
     * As {@link #answer}, of the words after {@code why not}; where they mean several things, these share the time that one
     * has.
     */
    public Optional<Reply> reply(IncidentId id, String words) {
        return incidents.find(id).map(current::of).map(it -> switch (Goal.parse(words, it.plan())) {
            case Meant.Nothing(var why) -> new Reply.NotUnderstood(why);
            case Meant.These(var goals) -> {
                var each = Budget.USUAL.sharedBy(goals.size());
                yield new Reply.Answers(
                        goals.stream().map(goal -> answer(it, goal, each)).toList());
            }
        });
    }

    private static Answer answer(CurrentInputs.AsOfNow asOfNow, Goal goal, Budget budget) {
        return WhyNot.of(asOfNow.books(), asOfNow.plan(), asOfNow.inputs(), goal, budget);
    }
}
