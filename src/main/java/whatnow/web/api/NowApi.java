package whatnow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import whatnow.clearance.Clearance;
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.now.NowCards.SourceLine;
import whatnow.now.NowText;
import whatnow.plan.PlanId;
import whatnow.plan.PlannedService;
import whatnow.plan.Plans;
import whatnow.plan.ServiceNames;
import whatnow.security.Person;
import whatnow.time.Now;

/** "What now?" for programs, and as text for terminals. */
@RestController
@Tag(name = "Now")
class NowApi {

    private final NowCards cards;
    private final Plans plans;
    private final Clearance clearance;
    private final Now now;

    NowApi(NowCards cards, Plans plans, Clearance clearance, Now now) {
        this.cards = cards;
        this.plans = plans;
        this.clearance = clearance;
        this.now = now;
    }

    /**
     * @param sources when each last reported; what there is to say when nothing is open
     * @param restricted a line for each open incident that the reader may not see, whatever service was asked for
     * @param openElsewhere what is open although nothing of the service asked for is: no cards then mean little
     */
    record Answer(
            Instant askedAt,
            List<NowCard> cards,
            List<SourceLine> sources,
            List<Clearance.Line> restricted,
            List<Elsewhere> openElsewhere) {}

    /** An open incident that was not asked for. */
    record Elsewhere(String incident, String mode, String severity, List<String> services) {

        static Elsewhere of(NowCard card) {
            return new Elsewhere(
                    card.incident(),
                    card.mode(),
                    card.head().severity(),
                    card.head().services());
        }
    }

    @GetMapping(path = "/api/v1/now", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every open incident's card, gravest first; or one incident's, or those of a service")
    Answer now(
            @AuthenticationPrincipal Person person,
            @RequestParam Optional<String> incident,
            @RequestParam Optional<String> service) {
        var all = asked(incident);
        var view = clearance.of(person);
        var seen = view.cards(all);
        var asked = of(service, seen);
        var elsewhere = asked.isEmpty() ? seen.stream().map(Elsewhere::of).toList() : List.<Elsewhere>of();
        return new Answer(now.instant(), asked, cards.sources(), view.lines(all), elsewhere);
    }

    @GetMapping(path = "/api/v1/now", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(hidden = true)
    String text(
            @AuthenticationPrincipal Person person,
            @RequestParam Optional<String> incident,
            @RequestParam Optional<String> service) {
        var all = asked(incident);
        var view = clearance.of(person);
        var restricted = view.lines(all).stream().map(Clearance.Line::says).toList();
        var seen = view.cards(all);
        var asked = of(service, seen);
        return asked.isEmpty() && !seen.isEmpty()
                ? NowText.elsewhere(service.orElse(""), restricted, seen)
                : NowText.of(restricted, asked, cards.sources(), now.instant());
    }

    private List<NowCard> asked(Optional<String> incident) {
        if (incident.isPresent()) {
            return List.of(cards.of(incident.get().toUpperCase(Locale.ROOT))
                    .orElseThrow(() ->
                            new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no incident of this number.")));
        }
        return cards.all();
    }

    private List<NowCard> of(Optional<String> service, List<NowCard> cards) {
        return cards.stream()
                .filter(it -> service.isEmpty() || isAbout(it, service.get()))
                .toList();
    }

    /** By any name that the card's plan gives the service. */
    private boolean isAbout(NowCard card, String service) {
        var name = plans.find(new PlanId(card.plan()))
                .flatMap(it -> it.named(service))
                .map(PlannedService::name)
                .orElse(service);
        return card.head().services().stream().map(ServiceNames::folded).anyMatch(ServiceNames.folded(name)::equals);
    }
}
