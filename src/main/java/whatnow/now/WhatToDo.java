package whatnow.now;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.known.Words;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.now.NowCard.DoNow;
import whatnow.plan.PlannedStrategy;

/** The card's second part: the chosen strategy, its next steps and what stands before them. */
final class WhatToDo {

    static DoNow of(Picture picture, Optional<PlanSteps> steps) {
        var chosen = picture.chosen();
        var checklist = steps.map(it -> new Checklist(it.section(), done(picture, it), PlaceValues.of(picture)));
        return new DoNow(
                chosen.map(it -> it.kind().words()),
                chosen.map(it -> it.kind().key()),
                chosen.flatMap(WhatToDo::target),
                steps.map(it -> it.citation().toString()),
                checklist.map(Checklist::done).orElse(0),
                checklist.map(Checklist::total).orElse(0),
                checklist.map(Checklist::next).orElse(List.of()),
                steps.flatMap(PlanSteps::doNot),
                checklist
                        .flatMap(Checklist::pointOfNoReturn)
                        .or(() -> picture.planned().flatMap(PlannedStrategy::pointOfNoReturn)),
                chosen.map(it -> Gates.of(picture, it)).orElse(List.of()),
                chosen.map(it -> Predicted.loss(it, picture.now())).orElse("not known"),
                chosen.map(Predicted::recovery).orElse("no measured time"),
                picture.outcome().choice().wouldChange().map(it -> it.words()),
                picture.planned().flatMap(WhatToDo::automation),
                picture.plan().strategies().stream().map(it -> it.kind().key()).toList());
    }

    private static Optional<String> target(Weighed chosen) {
        return chosen.target().map(it -> chosen.criticalOnly() ? it + " (critical services only)" : it);
    }

    private static Optional<String> automation(PlannedStrategy planned) {
        return planned.automation()
                .map(it -> "By itself, within %s: %s. Check whether it has happened (%s)"
                        .formatted(Words.span(it.within()), it.does(), String.join(", ", it.rows())));
    }

    /** Ticked here, or in another incident that the same recovery serves. */
    private static Set<Integer> done(Picture picture, PlanSteps steps) {
        var here = picture.incident().id();
        var elsewhere = picture.decision().inputs().facts().stream()
                .filter(it -> it.incident().filter(of -> !of.equals(here)).isPresent());
        return Stream.concat(picture.facts().stream(), elsewhere)
                .filter(it -> it.type() == FactType.STEP_DONE && it.state() == State.TRUE)
                .filter(it -> it.text("article")
                        .filter(steps.article().id().slug()::equals)
                        .isPresent())
                .filter(it ->
                        it.text("section").filter(steps.section().id()::equals).isPresent())
                .flatMap(it -> it.number("step").stream())
                .map(Double::intValue)
                .collect(Collectors.toSet());
    }

    private WhatToDo() {}
}
