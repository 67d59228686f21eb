package whatnow.now;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome;
import whatnow.decision.Supposing;
import whatnow.decision.asking.Worthwhile;
import whatnow.incident.Fact;
import whatnow.knowledge.Library;
import whatnow.now.NowCard.Link;

/** Puts the parts of a card together, in its order. Pure: everything it shows is in its arguments. */
final class CardMaker {

    private static final Duration UNTIL_DECIDED = Duration.ofSeconds(15);

    /**
     * @param questions worth asking, best first
     * @param found what the search found for the incident
     */
    static NowCard card(
            Picture picture, List<Worthwhile> questions, Library library, List<Link> found, List<String> notices) {
        var incident = picture.incident();
        var outcome = picture.outcome();
        var done = new DoneByPeople(picture.facts());
        var asking = new Asking(picture);
        var steps = picture.chosen()
                .flatMap(it -> PlanSteps.of(it, picture.plan().id(), asking.isRunByTheProvider(), library));
        return new NowCard(
                mode(incident.drill()),
                picture.now(),
                picture.decision().madeAt(),
                Deadlines.oldestFact(picture),
                incident.number(),
                picture.decision().number(),
                picture.plan().id().name(),
                HowBad.of(picture),
                WhatToDo.of(picture, steps),
                WhyThis.of(picture),
                WhoMustKnow.calls(outcome.calls(), done, picture.now()),
                done.newest(),
                done.opinions(),
                SwitchedOff.of(outcome.tier()),
                outcome.tellings().stream()
                        .map(it -> WhoMustKnow.message(it, incident.drill(), picture.now()))
                        .toList(),
                links(picture, steps, found),
                asking.unknowns(questions),
                Stream.concat(notices.stream(), done.overrulings(picture.now(), it -> settled(picture, it)).stream())
                        .toList());
    }

    static String mode(boolean drill) {
        return drill ? "DRILL" : "REAL";
    }

    /**
     * What the decision says of the thing that somebody overruled; empty where it could not know of that yet. A word that
     * changes nothing makes no new decision, so after a while the last one has to count.
     */
    private static Optional<String> settled(Picture picture, Fact override) {
        var isFresh = override.recordedAt().plus(UNTIL_DECIDED).isAfter(picture.now());
        return isFresh && picture.isNewsSinceDecided(override)
                ? Optional.empty()
                : switch (override.text("of").orElse("")) {
                    case "severity" ->
                        Optional.of(picture.outcome().assessment().severity().name());
                    case "strategy" ->
                        picture.chosen().map(it -> it.kind().key()).or(() -> Optional.of("none"));
                    default -> stillVetoed(picture.outcome().choice(), override);
                };
    }

    private static Optional<String> stillVetoed(Outcome.Choice choice, Fact override) {
        return Stream.of(choice.chosen().stream(), choice.runnerUp().stream(), choice.others().stream())
                .flatMap(it -> it)
                .filter(it -> override.text("of")
                        .filter(("veto:" + it.kind().key())::equals)
                        .isPresent())
                .filter(it -> !it.vetoes().isEmpty())
                .findFirst()
                .map(_ -> "The veto stands: two people lift it, one of them in a role that decides about it");
    }

    private static List<Link> links(Picture picture, Optional<PlanSteps> steps, List<Link> found) {
        var plan = picture.plan();
        var decision = picture.decision().number();
        var links = new ArrayList<Link>();
        steps.map(PlanSteps::link).ifPresent(links::add);
        links.addAll(found);
        links.add(new Link("Plan " + plan.title(), "/plans/" + plan.id()));
        if (!decision.equals(Supposing.SUPPOSED)) {
            links.add(new Link("Why, in full: " + decision, "/decisions/" + decision));
        }
        return List.copyOf(links);
    }

    private CardMaker() {}
}
