package whatnow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import whatnow.decision.Decision;
import whatnow.decision.DecisionLog;
import whatnow.incident.Fact;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Symptom;
import whatnow.incident.TimelineEntry;
import whatnow.now.Shown;
import whatnow.now.Times;
import whatnow.security.Person;
import whatnow.web.act.IncidentActions;

/** Incidents for programs. */
@RestController
@RequestMapping("/api/v1/incidents")
@Tag(name = "Incidents")
class IncidentsApi {

    private static final int MOST = 500;

    private final Incidents incidents;
    private final DecisionLog log;
    private final IncidentActions actions;

    IncidentsApi(Incidents incidents, DecisionLog log, IncidentActions actions) {
        this.incidents = incidents;
        this.log = log;
        this.actions = actions;
    }

    record Shape(Incident incident, List<Symptom> symptoms, List<Fact> facts) {}

    /** What may come with an action; what does not fit the action is ignored. */
    record Words(
            Optional<String> note,
            Optional<String> reason,
            Optional<String> severity,
            Optional<String> level,
            Optional<String> typed) {

        static final Words NONE =
                new Words(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The newest incidents first")
    List<Incident> list(@RequestParam(defaultValue = "100") int most) {
        return incidents.recent(Math.clamp(most, 1, MOST));
    }

    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(hidden = true)
    String text(@RequestParam(defaultValue = "100") int most) {
        return incidents.recent(Math.clamp(most, 1, MOST)).stream()
                .map(it -> "%-14s  %-13s  %-12s  %s%s\n"
                        .formatted(
                                it.number(),
                                it.status().key(),
                                Shown.of(it.plan().name()),
                                Times.full(it.openedAt()),
                                it.drill() ? "  DRILL" : ""))
                .collect(Collectors.joining());
    }

    @GetMapping("/{number}")
    Shape one(@PathVariable String number) {
        var incident = find(number);
        return new Shape(incident, incidents.symptoms(incident.id()), incidents.facts(incident.id()));
    }

    @GetMapping("/{number}/timeline")
    List<TimelineEntry> timeline(@PathVariable String number) {
        return incidents.timeline(find(number).id());
    }

    @GetMapping("/{number}/decision")
    Decision decision(@PathVariable String number) {
        return log.latest(find(number).id())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Nothing was decided about this incident yet."));
    }

    @PostMapping("/{number}/acknowledge")
    Shape acknowledge(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestBody(required = false) Optional<Words> words) {
        actions.acknowledge(person, number, said(words).note().orElse(""));
        return one(number);
    }

    @PostMapping("/{number}/declare")
    Shape declare(@AuthenticationPrincipal Person person, @PathVariable String number, @RequestBody Words words) {
        actions.declare(person, number, words.severity().orElse(""));
        return one(number);
    }

    @PostMapping("/{number}/escalate")
    Shape escalate(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestBody(required = false) Optional<Words> words) {
        var said = said(words);
        actions.escalate(person, number, said.level().orElse(""), said.reason().orElse("asked for by the responder"));
        return one(number);
    }

    @PostMapping("/{number}/resolve")
    @Operation(summary = "Resolves; 'typed' repeats the incident's number, and SEV1-2 need a commander")
    Shape resolve(@AuthenticationPrincipal Person person, @PathVariable String number, @RequestBody Words words) {
        actions.resolve(person, number, words.typed().orElse(""), words.reason().orElse(""));
        return one(number);
    }

    private static Words said(Optional<Words> words) {
        return words.orElse(Words.NONE);
    }

    private Incident find(String number) {
        return incidents
                .numbered(number.toUpperCase(Locale.ROOT))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no incident of this number."));
    }
}
