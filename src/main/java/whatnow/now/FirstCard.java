package whatnow.now;

import static java.util.Optional.empty;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import whatnow.incident.Incident;
import whatnow.incident.Symptom;
import whatnow.now.NowCard.DoNow;
import whatnow.now.NowCard.Head;
import whatnow.now.NowCard.Link;
import whatnow.now.NowCard.Tier;
import whatnow.now.NowCard.Why;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Urgency;

/** The card between an incident's opening and its first decision: nothing is known, and that is said. */
final class FirstCard {

    private static final String WAIT =
            "The first decision is being made. If this stays for a minute, call the on-call engineer.";

    static NowCard of(Incident incident, RecoveryPlan plan, List<Symptom> symptoms, List<String> notices, Instant now) {
        return new NowCard(
                CardMaker.mode(incident.drill()),
                now,
                incident.openedAt(),
                symptoms.stream().map(Symptom::lastSeen).min(Comparator.naturalOrder()),
                incident.number(),
                "",
                plan.id().name(),
                head(incident, symptoms, now),
                doNow(),
                new Why(List.of(), empty(), List.of(), List.of(), "not asked yet", List.of()),
                List.of(),
                List.of(),
                List.of(),
                new Tier(!plan.tiers().isEmpty(), "unknown", "unknown", List.of(), empty()),
                List.of(),
                List.of(new Link("Plan " + plan.title(), "/plans/" + plan.id())),
                List.of(),
                Stream.concat(Stream.of(WAIT), notices.stream()).toList());
    }

    private static Head head(Incident incident, List<Symptom> symptoms, Instant now) {
        return new Head(
                "UNKNOWN",
                "Not decided yet",
                HowBad.shape("UNKNOWN"),
                Urgency.NOW.name(),
                empty(),
                false,
                empty(),
                services(symptoms),
                regions(symptoms),
                incident.status().key(),
                incident.openedAt(),
                Times.between(incident.openedAt(), now),
                empty(),
                "the on-call engineer",
                empty(),
                "no measured time");
    }

    private static List<String> services(List<Symptom> symptoms) {
        return symptoms.stream()
                .filter(it -> it.isOpen() && it.isOfService())
                .map(Symptom::service)
                .distinct()
                .toList();
    }

    private static List<String> regions(List<Symptom> symptoms) {
        return symptoms.stream()
                .flatMap(it -> it.region().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static DoNow doNow() {
        return new DoNow(
                empty(),
                empty(),
                empty(),
                empty(),
                0,
                0,
                List.of(),
                empty(),
                empty(),
                List.of(),
                "not known",
                "no measured time",
                empty(),
                empty(),
                List.of());
    }

    private FirstCard() {}
}
