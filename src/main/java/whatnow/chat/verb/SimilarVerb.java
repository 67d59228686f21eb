package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import whatnow.chat.CardRows;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.clearance.Clearance;
import whatnow.decision.DecisionLog;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Symptom;
import whatnow.incident.TimelineEntry;
import whatnow.now.NowCard;
import whatnow.now.Times;

/** Past incidents that looked like this one. */
@Component
class SimilarVerb implements Verb {

    private static final int LOOKED_AT = 300;
    private static final int SHOWN = 5;

    /** @param likeness share of what both showed, from 0 to 1 */
    private record Past(Incident incident, double likeness) {}

    private final OnScreen screen;
    private final Incidents incidents;
    private final Clearance clearance;
    private final DecisionLog log;

    SimilarVerb(OnScreen screen, Incidents incidents, Clearance clearance, DecisionLog log) {
        this.screen = screen;
        this.incidents = incidents;
        this.clearance = clearance;
        this.log = log;
    }

    @Override
    public Usage usage() {
        return Usage.looks(
                "similar",
                "similar [INC]",
                "Past incidents that showed the same on the same services, and how they ended.");
    }

    @Override
    public boolean takes(String rest) {
        return rest.isBlank() || OnScreen.number(rest).isPresent();
    }

    @Override
    public Reply answer(Said said) {
        return switch (screen.meant(said, name())) {
            case OnScreen.One one -> like(said, one.card());
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    private Reply like(Said said, NowCard card) {
        var rows = new ArrayList<Row>();
        var past = past(said, card);
        rows.add(Row.head(
                past.isEmpty()
                        ? "No past incident showed the same as %s.".formatted(card.incident())
                        : "Past incidents like %s, the likest first".formatted(card.incident())));
        past.forEach(it -> rows.add(row(it.incident(), card)));
        return new Reply(
                Outcome.ANSWERED,
                !card.isRestricted(),
                Optional.of(card.incident()),
                CardRows.version(card),
                rows,
                List.of(),
                List.of(),
                List.of());
    }

    private List<Past> past(Said said, NowCard card) {
        var mine = incidents
                .numbered(card.incident())
                .map(it -> shown(incidents.symptoms(it.id())))
                .orElse(Set.of());
        var ended = incidents.recent(LOOKED_AT).stream()
                .filter(it -> !it.isOpen()
                        && it.mergedInto().isEmpty()
                        && it.plan().name().equals(card.plan()))
                .toList();
        var symptoms = incidents.symptoms(ended.stream().map(Incident::id).toList());
        var view = clearance.of(said.person());
        return ended.stream()
                .filter(it -> view.line(it.id()).isEmpty())
                .map(it -> new Past(it, likeness(mine, shown(symptoms.getOrDefault(it.id(), List.of())))))
                .filter(it -> it.likeness() > 0)
                .sorted(Comparator.comparing(Past::likeness)
                        .thenComparing(it -> it.incident().openedAt())
                        .reversed())
                .limit(SHOWN)
                .toList();
    }

    private static Set<String> shown(List<Symptom> symptoms) {
        return symptoms.stream().map(it -> it.service() + "/" + it.kind()).collect(Collectors.toSet());
    }

    private static double likeness(Set<String> one, Set<String> other) {
        var both = one.stream().filter(other::contains).count();
        return both == 0 ? 0 : (double) both / (one.size() + other.size() - both);
    }

    private Row row(Incident past, NowCard card) {
        var chosen = log.latest(past.id())
                .flatMap(it -> it.outcome().choice().chosen())
                .map(it -> it.kind().words())
                .orElse("no strategy");
        var ending = incidents.timeline(past.id()).reversed().stream()
                .filter(it -> it.kind().equals("status"))
                .findFirst()
                .map(TimelineEntry::text)
                .orElse(past.status().key());
        return Row.link(
                "%s of %s: %s; %s"
                        .formatted(
                                past.number(), Times.near(past.openedAt(), card.askedAt()), chosen, Cut.line(ending)),
                "/incidents/" + past.number());
    }
}
