package whatnow.now;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import whatnow.decision.Decision;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.RuleBooks;
import whatnow.decision.asking.Askable;
import whatnow.decision.asking.Worthwhile;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Symptom;
import whatnow.now.NowCard.Unknown;
import whatnow.plan.RecoveryPlan;
import whatnow.testkit.ShippedPlans;

/** What the card of a decision asks, and what it could ask, without the card. */
public final class AskedOf {

    private final Picture picture;

    /** @param plans that an incident without a plan may belong to */
    public AskedOf(RecoveryPlan plan, Inputs inputs, Outcome outcome, List<String> plans) {
        var broken = services(inputs.shown(plan).stream()
                .filter(it -> it.isOpen() && it.isOfService())
                .map(Symptom::service));
        var spokenOf = services(inputs.facts().stream()
                .filter(it -> !it.type().isPersonal())
                .flatMap(it -> it.subject().service().stream()));
        var suspects = broken.isEmpty() ? spokenOf : broken;
        var id = new IncidentId(new UUID(0, 1));
        var incident = new Incident(
                id,
                inputs.incident(),
                plan.id(),
                inputs.openedAt(),
                IncidentStatus.values()[0],
                Optional.empty(),
                Optional.empty(),
                inputs.drill());
        var decision = new Decision(new UUID(0, 1), "DEC-0000-0001", id, inputs.now(), inputs, outcome, "");
        this.picture = new Picture(incident, decision, plan, suspects, inputs.facts(), plans, inputs.now());
    }

    private static List<String> services(Stream<String> names) {
        return names.distinct().toList();
    }

    Picture picture() {
        return picture;
    }

    public List<Unknown> card(RuleBooks books) {
        return new Asking(picture).unknowns(worthwhile(books));
    }

    /** All that are worth it, best first. */
    public List<Worthwhile> worthwhile(RuleBooks books) {
        return Ranking.ranked(
                picture, books, picture.plans().stream().map(ShippedPlans::plan).toList());
    }

    public List<Askable> askables() {
        return new Asking(picture).askables();
    }

    /** All that somebody could be asked, whether or not it is worth it; those that rules ask first. */
    public List<Unknown> candidates() {
        var asking = new Asking(picture);
        return asking.askables().stream()
                .flatMap(it -> asking.unknowns(List.of(Worthwhile.unweighed(it))).stream())
                .toList();
    }
}
