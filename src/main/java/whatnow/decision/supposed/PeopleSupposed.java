package whatnow.decision.supposed;

import static whatnow.decision.supposed.Supposing.service;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Asked;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;

/** What people could answer, agree to or take back, and what was changed without anybody having said so. */
final class PeopleSupposed {

    private static final Duration LATELY = Duration.ofMinutes(10);

    private final Scene scene;

    PeopleSupposed(Scene scene) {
        this.scene = scene;
    }

    Stream<Draft> all() {
        return Stream.of(answers(), approvals(), steps(), deployments(), dependencies())
                .flatMap(it -> it);
    }

    /** Most answers are facts of other types, which are supposed elsewhere; these are answers and nothing else. */
    private Stream<Draft> answers() {
        return Stream.of(
                        Question.IS_THE_OLD_PRIMARY_REACHABLE,
                        Question.IS_THE_OLD_PRIMARY_FENCED,
                        Question.IS_THE_OBSERVER_CUT_OFF,
                        Question.ARE_THE_BACKUPS_COMPROMISED,
                        Question.WHAT_CHANGED)
                .filter(it -> isAsked(it) || it == Question.WHAT_CHANGED)
                .flatMap(it -> Stream.of("yes", "no")
                        .filter(answer -> it != Question.WHAT_CHANGED || answer.equals("no"))
                        .map(answer -> Draft.of(answer(it, answer))));
    }

    private boolean isAsked(Question question) {
        return scene.outcome().questions().stream().map(Asked::question).anyMatch(question::equals);
    }

    private Fact answer(Question question, String answer) {
        return Supposing.fact(
                FactType.ANSWER,
                Subject.NOTHING,
                answer.equals("yes") ? State.TRUE : State.FALSE,
                Map.of("question", question.key(), "answer", answer),
                scene.now());
    }

    private Stream<Draft> approvals() {
        return weighed(scene.outcome().choice())
                .flatMap(it -> it.gates().stream()
                        .filter(gate -> gate.role().isPresent() && !gate.approved())
                        .flatMap(gate -> approval(it, gate).stream())
                        .map(fact -> Draft.of(fact)));
    }

    private static Stream<Weighed> weighed(Choice choice) {
        return Stream.of(choice.chosen().stream(), choice.runnerUp().stream(), choice.others().stream())
                .flatMap(it -> it);
    }

    /** Who accepts a loss accepts one that is known. */
    private Optional<Fact> approval(Weighed strategy, Gate gate) {
        var fields = new TreeMap<String, Object>();
        fields.put("byRole", gate.role().orElseThrow());
        if (!gate.acceptsTheLoss()) {
            fields.put("of", strategy.kind().key());
            return Optional.of(said(FactType.APPROVAL, Subject.NOTHING, State.TRUE, fields));
        }
        fields.put("of", "loss:" + strategy.kind().key());
        return strategy.lossSince().map(since -> {
            fields.put("lossSince", since);
            return said(FactType.APPROVAL, Subject.NOTHING, State.TRUE, fields);
        });
    }

    /** A tick may have been a mistake. */
    private Stream<Draft> steps() {
        return scene.inputs().held().strategy().stream().flatMap(held -> {
            var ticked = scene.inputs().facts().stream()
                    .filter(it -> it.type() == FactType.STEP_DONE && it.state() == State.TRUE)
                    .filter(it -> it.text("strategy").filter(held.key()::equals).isPresent())
                    .map(it -> Supposing.takenBack(it, scene.now()))
                    .toArray(Fact[]::new);
            return ticked.length == 0
                    ? Stream.of()
                    : Stream.of(Draft.of(ticked)
                            .saying("it were known that no step of (%s) is done".formatted(held.words())));
        });
    }

    private Stream<Draft> deployments() {
        var fields = Map.of("at", scene.now().minus(LATELY), "what", "a change");
        return scene.services().stream()
                .map(it -> Draft.of(said(FactType.DEPLOYMENT, service(it), State.TRUE, fields))
                        .saying("something had been changed on %s within the last hour".formatted(it)));
    }

    /** What the incident's services need; of third parties anybody can tell. */
    private Stream<Draft> dependencies() {
        var needed = scene.plan().services().stream()
                .filter(it -> scene.services().contains(it.name()))
                .flatMap(it -> it.dependsOn().stream())
                .distinct()
                .toList();
        return scene.plan().services().stream()
                .filter(it -> needed.contains(it.name()) || it.isExternal())
                .flatMap(it -> Stream.of(
                        Draft.of(dependency(it.name(), State.FALSE)), Draft.of(dependency(it.name(), State.TRUE))));
    }

    private Fact dependency(String service, State state) {
        return said(FactType.DEPENDENCY, service(service), state, Map.of());
    }

    private Fact said(FactType type, Subject subject, State state, Map<String, ?> fields) {
        return Supposing.fact(type, subject, state, fields, scene.now());
    }
}
