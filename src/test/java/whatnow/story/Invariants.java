package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.action.IdleQuestions;
import whatnow.decision.Decision;
import whatnow.decision.DecisionAgain;
import whatnow.decision.DecisionLog;
import whatnow.decision.Outcome.Reason;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Restrictions;
import whatnow.knowledge.Citation;
import whatnow.knowledge.Library;
import whatnow.now.NowCards;
import whatnow.plan.Severity;

/** What holds after every night, whatever happened in it. */
final class Invariants {

    private final Incidents incidents;
    private final DecisionLog log;
    private final DecisionAgain again;
    private final Library library;
    private final NowCards cards;
    private final Restrictions restrictions;
    private final JdbcClient jdbc;

    private Invariants(ApplicationContext context) {
        this.incidents = context.getBean(Incidents.class);
        this.log = context.getBean(DecisionLog.class);
        this.again = context.getBean(DecisionAgain.class);
        this.library = context.getBean(Library.class);
        this.cards = context.getBean(NowCards.class);
        this.restrictions = context.getBean(Restrictions.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    static void check(ApplicationContext context) {
        new Invariants(context).check();
    }

    private void check() {
        for (var incident : incidents.recent(100)) {
            assertThat(incidents.timeline(incident.id()))
                    .as("timeline of %s", incident.number())
                    .isNotEmpty();
            tellsNobodyWhatIsNotForEverybody(incident);
            var decisions = log.of(incident.id());
            decisions.stream()
                    .flatMap(it -> it.outcome().reasons().stream())
                    .distinct()
                    .forEach(this::isCited);
            decisions.forEach(this::saysBecauseOfWhat);
            if (!decisions.isEmpty()) {
                isMadeAgainTheSame(decisions.getLast());
                asksNothingInVain(incident, decisions.getLast());
            }
        }
    }

    /** Nothing of a drill goes out, and of what only named people see one sentence at most. */
    private void tellsNobodyWhatIsNotForEverybody(Incident incident) {
        var told = jdbc.sql("select text || payload from message where about = :about")
                .param("about", incident.number())
                .query(String.class)
                .list();
        if (incident.drill()) {
            assertThat(told).as("told of the drill %s", incident.number()).isEmpty();
        }
        if (restrictions.of(incident.id()).isPresent()) {
            assertThat(told)
                    .as("told of %s", incident.number())
                    .allMatch(it -> it.startsWith("Restricted incident since"));
        }
    }

    private void isCited(Reason reason) {
        assertThat(library.find(Citation.parse(reason.runbook())))
                .as("the section that (%s) cites: %s", reason.rule(), reason.runbook())
                .isPresent();
    }

    /** A severity or a strategy without a dated fact is a claim. Only silence is explained by what nobody said. */
    private void saysBecauseOfWhat(Decision decision) {
        var outcome = decision.outcome();
        var severity = outcome.assessment().byRules();
        if (severity != Severity.UNKNOWN) {
            restsOnFacts(decision, "severity " + severity);
            outcome.choice()
                    .chosen()
                    .filter(_ -> !outcome.choice().held())
                    .filter(it -> it.because().size() > 0)
                    .ifPresent(
                            it -> restsOnFacts(decision, "strategy " + it.kind().key()));
        }
    }

    private static void restsOnFacts(Decision decision, String said) {
        assertThat(decision.outcome().reasons())
                .filteredOn(it -> it.said().startsWith(said))
                .as("dated facts for (%s) in %s", said, decision.number())
                .anyMatch(it -> it.grounds().stream()
                        .anyMatch(ground -> ground.observedAt().isPresent()));
    }

    private void asksNothingInVain(Incident incident, Decision decision) {
        var asked = cards.of(incident.number()).orElseThrow().unknowns();
        assertThat(new IdleQuestions(decision.inputs(), decision.outcome()).among(asked))
                .as("asked in %s although no answer changes what is decided", incident.number())
                .isEmpty();
    }

    private void isMadeAgainTheSame(Decision decision) {
        assertThat(again.make(decision))
                .as("%s made again", decision.number())
                .hasValueSatisfying(it -> assertThat(it.same()).isTrue());
    }
}
