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
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.now.NowCards.SourceLine;
import whatnow.now.NowText;
import whatnow.security.Person;
import whatnow.time.Now;
import whatnow.web.Clearance;

/** "What now?" for programs, and as text for terminals. */
@RestController
@Tag(name = "Now")
class NowApi {

    private final NowCards cards;
    private final Clearance clearance;
    private final Now now;

    NowApi(NowCards cards, Clearance clearance, Now now) {
        this.cards = cards;
        this.clearance = clearance;
        this.now = now;
    }

    /**
     * @param sources when each last reported; what there is to say when nothing is open
     * @param restricted a line for each open incident that the reader may not see, whatever service was asked for
     */
    record Answer(Instant askedAt, List<NowCard> cards, List<SourceLine> sources, List<Clearance.Line> restricted) {}

    @GetMapping(path = "/api/v1/now", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every open incident's card, gravest first; or one incident's, or those of a service")
    Answer now(
            @AuthenticationPrincipal Person person,
            @RequestParam Optional<String> incident,
            @RequestParam Optional<String> service) {
        var all = asked(incident);
        var view = clearance.of(person);
        return new Answer(now.instant(), of(service, view.cards(all)), cards.sources(), view.lines(all));
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
        return NowText.of(restricted, of(service, view.cards(all)), cards.sources(), now.instant());
    }

    private List<NowCard> asked(Optional<String> incident) {
        if (incident.isPresent()) {
            return List.of(cards.of(incident.get().toUpperCase(Locale.ROOT))
                    .orElseThrow(() ->
                            new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no incident of this number.")));
        }
        return cards.all();
    }

    private static List<NowCard> of(Optional<String> service, List<NowCard> cards) {
        return cards.stream()
                .filter(it -> service.isEmpty() || it.head().services().contains(service.get()))
                .toList();
    }
}
