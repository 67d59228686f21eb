package whatnow.decision.otherwise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import whatnow.decision.Beliefs;
import whatnow.decision.known.Words;
import whatnow.decision.supposed.Clauses;
import whatnow.decision.supposed.Scene;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;

/** What is believed now of what is supposed otherwise. */
final class Believed {

    private final Scene scene;

    Believed(Scene scene) {
        this.scene = scene;
    }

    List<String> of(List<Fact> supposed) {
        return supposed.stream().map(this::of).distinct().toList();
    }

    private String of(Fact supposed) {
        if (supposed.type() == FactType.SYMPTOM) {
            return shown(supposed);
        }
        var said = scene.said(supposed);
        return said.isEmpty() ? showing(supposed) : said(said);
    }

    private String said(List<Fact> facts) {
        var leading = Beliefs.leading(facts, scene.now());
        var belief = Beliefs.of(facts, scene.now());
        var who = String.join(" and ", belief.sources());
        var when = ago(leading.observedAt());
        if (belief.state() == State.UNKNOWN) {
            return leading.state() == State.UNKNOWN
                    ? "unknown, says %s %s".formatted(who, when)
                    : "unknown since; last, %s, %s said that %s"
                            .formatted(
                                    when,
                                    leading.source().name(),
                                    Clauses.of(leading).stated());
        }
        return "%s, said by %s %s%s"
                .formatted(
                        Clauses.of(leading).stated(), who, when, belief.disputed() ? ", and others say otherwise" : "");
    }

    private String shown(Fact supposed) {
        var named = supposed.subject().service().orElse("");
        var service = scene.plan().named(named).map(PlannedService::name).orElse(named);
        return scene.symptoms().stream()
                .filter(it -> it.service().equals(service))
                .map(this::shown)
                .reduce((one, other) -> one + ", " + other)
                .orElse(service + " shows nothing");
    }

    private String shown(Symptom it) {
        var what = Clauses.symptom(it.kind(), it.service()).stated()
                + it.zone()
                        .or(it::region)
                        .filter(place -> !place.equals(it.service()))
                        .map(place -> " in " + place)
                        .orElse("");
        var who = String.join(" and ", it.sources());
        return it.isFiring()
                ? "%s, shown by %s %s".formatted(what, who, ago(it.lastSeen()))
                : "%s fell silent; it last showed %s that %s".formatted(who, ago(it.lastSeen()), what);
    }

    /** Nobody has said it, but something may show it. */
    private String showing(Fact supposed) {
        return scene.symptoms().stream()
                .filter(it -> shows(it, supposed))
                .map(this::shown)
                .findFirst()
                .orElseGet(() -> "nobody has said anything of " + Clauses.topic(supposed));
    }

    private static boolean shows(Symptom symptom, Fact supposed) {
        var on = supposed.subject();
        return switch (supposed.type()) {
            case REGION_STATUS ->
                symptom.kind() == SymptomKind.REGION_DOWN && on.region().equals(symptom.region());
            case ZONE_STATUS ->
                symptom.kind() == SymptomKind.ZONE_DOWN && on.zone().equals(symptom.zone());
            case CORRUPTION -> symptom.kind() == SymptomKind.CORRUPT && isOf(symptom, on);
            case DATA_LOSS -> symptom.kind() == SymptomKind.DATA_LOSS && isOf(symptom, on);
            case HEALTH_CHECK, DEPENDENCY -> isOf(symptom, on);
            default -> false;
        };
    }

    private static boolean isOf(Symptom symptom, Subject on) {
        return on.service().filter(symptom.service()::equals).isPresent();
    }

    private String ago(Instant at) {
        var age = Duration.between(at, scene.now());
        return age.isNegative() || age.isZero() ? "just now" : Words.ago(age);
    }
}
