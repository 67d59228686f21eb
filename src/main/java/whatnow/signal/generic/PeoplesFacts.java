package whatnow.signal.generic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.Incidents;
import whatnow.incident.Symptom;
import whatnow.signal.Refused;
import whatnow.signal.SaidFacts;
import whatnow.time.Now;

/** What people say in words goes the way of every typed fact. */
@Component
class PeoplesFacts implements SaidFacts {

    private final FactIntake intake;
    private final Incidents incidents;
    private final Now now;
    private final TransactionOperations transactions;

    PeoplesFacts(FactIntake intake, Incidents incidents, Now now, TransactionOperations transactions) {
        this.intake = intake;
        this.incidents = incidents;
        this.now = now;
        this.transactions = transactions;
    }

    @Override
    public Fact read(String person, JsonNode body) {
        var speaker = new Speaker(Optional.of(person), false);
        var fact = new FactReader(incidents, now.instant(), speaker).read(body);
        if (fact.source().kind() != FactSource.Kind.PERSON) {
            throw Refused.field("source.kind", fact.source().kind().name(), "PERSON: it is said by " + person);
        }
        return intake.byPlanName(fact);
    }

    @Override
    public List<Symptom> shown(Collection<Fact> facts) {
        var shown = new ArrayList<Symptom>();
        for (var fact : facts) {
            HarmfulFacts.symptoms(fact).forEach(it -> shown.add(symptom(fact, it)));
        }
        return List.copyOf(shown);
    }

    private static Symptom symptom(Fact fact, HarmfulFacts.Shown shown) {
        var reading = FactIntake.reading(fact, shown);
        return new Symptom(
                reading.service(),
                reading.kind(),
                reading.region(),
                reading.zone(),
                shown.state(),
                fact.observedAt(),
                fact.observedAt(),
                reading.value(),
                1,
                false,
                List.of(fact.source().name()),
                List.of());
    }

    @Override
    public void learn(List<Fact> facts, boolean commands, String words) {
        for (var fact : facts) {
            ForCommanders.settles(fact, false).filter(_ -> !commands).ifPresent(why -> {
                throw Refused.because(
                        HttpStatus.FORBIDDEN,
                        "Only a commander says this (%s): %s."
                                .formatted(fact.type().key(), why));
            });
        }
        var raw = JsonMapper.shared().createObjectNode().put("words", words).toString();
        transactions.executeWithoutResult(_ ->
                facts.forEach(it -> intake.take(it, new FactIntake.Request(Optional.empty(), ""), raw)));
    }
}
