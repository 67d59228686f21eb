package whatnow.chat.verb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.action.IncidentActions;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.incident.Fact;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.now.NowCard;
import whatnow.plan.PlanId;
import whatnow.security.Role;
import whatnow.signal.SaidFacts;
import whatnow.time.Now;

/** Writes down what was said, all or none, and shows what is decided with it. */
@Component
class Recording {

    private final SaidFacts saidFacts;
    private final IncidentActions actions;
    private final Incidents incidents;
    private final Acting acting;
    private final TransactionOperations transactions;
    private final Now now;

    Recording(
            SaidFacts saidFacts,
            IncidentActions actions,
            Incidents incidents,
            Acting acting,
            TransactionOperations transactions,
            Now now) {
        this.saidFacts = saidFacts;
        this.actions = actions;
        this.incidents = incidents;
        this.acting = acting;
        this.transactions = transactions;
        this.now = now;
    }

    Instant at() {
        return now.instant();
    }

    Reply typed(Said said, Optional<NowCard> card, String words) {
        var fact = saidFacts.read(said.person().name(), TypedFact.json(words, card.map(NowCard::incident)));
        learn(said, List.of(fact), words);
        return after(said, card.map(NowCard::incident), List.of(fact), "Recorded: " + Cut.line(words));
    }

    Reply heard(Said said, Optional<NowCard> card, Hearing.Understood heard) {
        var incident = card.flatMap(it -> incidents.numbered(it.incident())).map(Incident::id);
        var facts = heard.facts(said.person(), incident, now.instant());
        if (incident.isEmpty() && saidFacts.shown(facts).isEmpty()) {
            return Reply.refused(
                    "Nothing is open that this could belong to, and it does not say that something hurts. Nothing is recorded.",
                    "To open an incident with it, say: declare " + heard.words().sentence());
        }
        learn(said, facts, heard.words().sentence());
        return after(said, card.map(NowCard::incident), facts, "Recorded: %s.".formatted(heard.read()));
    }

    Reply declared(Said said, NowCard card, String severity, String words, Hearing.Understood heard) {
        transactions.executeWithoutResult(_ -> {
            actions.declare(said.person(), card.incident(), severity);
            add(said, card.incident(), words, heard);
        });
        return acting.after(
                said, card.incident(), "%s declared %s.".formatted(said.person().name(), card.incident()));
    }

    Reply opened(Said said, PlanId plan, String severity, Hearing.Understood heard) {
        var number = transactions.execute(_ -> {
            var incident = actions.open(said.person(), plan);
            actions.declare(said.person(), incident.number(), severity);
            add(said, incident.number(), heard.words().sentence(), heard);
            return incident.number();
        });
        return acting.after(
                said,
                String.valueOf(number),
                "%s declared %s%s."
                        .formatted(
                                said.person().name(),
                                number,
                                heard.taken().isEmpty() ? "; nothing of it was read as a fact" : ": " + heard.read()));
    }

    /** The words themselves are kept too: not all of them may have been understood. */
    private void add(Said said, String number, String words, Hearing.Understood heard) {
        if (!words.isBlank()) {
            actions.note(said.person(), number, Cut.note(words));
        }
        var incident = incidents.numbered(number).map(Incident::id);
        learn(said, heard.facts(said.person(), incident, now.instant()), words);
    }

    private void learn(Said said, List<Fact> facts, String words) {
        saidFacts.learn(facts, said.person().may(Role.COMMANDER), words);
    }

    private Reply after(Said said, Optional<String> number, List<Fact> facts, String done) {
        return number.or(() -> having(facts))
                .map(it -> acting.after(said, it, done))
                .orElseGet(() -> new Reply(
                        Outcome.DONE,
                        false,
                        Optional.empty(),
                        "",
                        List.of(
                                Row.head(done),
                                Row.text("No open incident touches it; it is seen by the next one that does.")),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** The open incident that was opened for one of them, or that they joined. */
    private Optional<String> having(List<Fact> facts) {
        var ids = new ArrayList<>(facts.stream().map(Fact::id).toList());
        return incidents.open().reversed().stream()
                .filter(it -> has(it.id(), ids))
                .map(Incident::number)
                .findFirst();
    }

    private boolean has(IncidentId incident, List<java.util.UUID> ids) {
        return incidents.facts(incident).stream().anyMatch(it -> ids.contains(it.id()));
    }
}
