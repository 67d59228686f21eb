package whatnow.feedback;

import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.decision.Decision;
import whatnow.decision.DecisionMade;
import whatnow.incident.Incident;

/** Counts the articles of every new decision, in its own transaction. */
@Component
class UseOfDecisions implements DecisionMade {

    private final PostgresArticleUses uses;

    UseOfDecisions(PostgresArticleUses uses) {
        this.uses = uses;
    }

    @Override
    public void made(Incident incident, Decision decision, Optional<Decision> before) {
        var used = UsedArticles.of(decision.outcome());
        if (!used.isEmpty()
                && before.filter(it -> it.id().equals(decision.id())).isEmpty()) {
            uses.use(incident, decision, used);
        }
    }

    @Override
    public void over(Incident incident) {
        // Nothing more is decided, so nothing more is used.
    }
}
