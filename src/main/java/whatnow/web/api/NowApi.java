package whatnow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.now.NowCards.SourceLine;
import whatnow.now.NowText;
import whatnow.time.Now;

/** "What now?" for programs, and as text for terminals. */
@RestController
@Tag(name = "Now")
class NowApi {

    private final NowCards cards;
    private final Now now;

    NowApi(NowCards cards, Now now) {
        this.cards = cards;
        this.now = now;
    }

    /** @param sources when each last reported; what there is to say when nothing is open */
    record Answer(Instant askedAt, List<NowCard> cards, List<SourceLine> sources) {}

    @GetMapping(path = "/api/v1/now", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every open incident's card, gravest first; or one incident's, or those of a service")
    Answer now(@RequestParam Optional<String> incident, @RequestParam Optional<String> service) {
        return new Answer(now.instant(), asked(incident, service), cards.sources());
    }

    @GetMapping(path = "/api/v1/now", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(hidden = true)
    String text(@RequestParam Optional<String> incident, @RequestParam Optional<String> service) {
        return NowText.of(asked(incident, service), cards.sources(), now.instant());
    }

    private List<NowCard> asked(Optional<String> incident, Optional<String> service) {
        if (incident.isPresent()) {
            return List.of(cards.of(incident.get().toUpperCase(Locale.ROOT))
                    .orElseThrow(() ->
                            new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no incident of this number.")));
        }
        return cards.all().stream()
                .filter(it -> service.isEmpty() || it.head().services().contains(service.get()))
                .toList();
    }
}
