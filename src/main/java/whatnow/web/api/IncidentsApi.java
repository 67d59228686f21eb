package whatnow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import whatnow.action.ArticleFeedback;
import whatnow.action.IncidentActions;
import whatnow.action.RestrictionActions;
import whatnow.clearance.Clearance;
import whatnow.decision.Decision;
import whatnow.decision.DecisionLog;
import whatnow.feedback.Draft;
import whatnow.incident.Fact;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Symptom;
import whatnow.incident.TimelineEntry;
import whatnow.now.Shown;
import whatnow.now.Times;
import whatnow.plan.Severity;
import whatnow.security.Person;

/** Incidents for programs. */
@RestController
@RequestMapping("/api/v1/incidents")
@Tag(name = "Incidents")
class IncidentsApi {

    private static final int MOST = 500;

    private final Incidents incidents;
    private final DecisionLog log;
    private final IncidentActions actions;
    private final RestrictionActions restricting;
    private final ArticleFeedback feedback;
    private final Clearance clearance;

    IncidentsApi(
            Incidents incidents,
            DecisionLog log,
            IncidentActions actions,
            RestrictionActions restricting,
            ArticleFeedback feedback,
            Clearance clearance) {
        this.incidents = incidents;
        this.log = log;
        this.actions = actions;
        this.restricting = restricting;
        this.feedback = feedback;
        this.clearance = clearance;
    }

    record Shape(Incident incident, List<Symptom> symptoms, List<Fact> facts) {}

    /** What may come with an action; what does not fit the action is ignored. */
    record Words(
            Optional<String> note,
            Optional<String> reason,
            Optional<String> severity,
            Optional<String> level,
            Optional<String> typed,
            Optional<List<String>> names) {

        static final Words NONE = new Words(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The newest incidents first; of a restricted one a line alone, unless the reader is named")
    List<?> list(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "100") int most) {
        var newest = incidents.recent(Math.clamp(most, 1, MOST));
        var view = clearance.of(person);
        return newest.stream()
                .map(it -> view.line(it.id()).map(Object.class::cast).orElse(it))
                .toList();
    }

    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(hidden = true)
    String text(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "100") int most) {
        var newest = incidents.recent(Math.clamp(most, 1, MOST));
        var severities = log.severities(newest.stream().map(Incident::id).toList());
        var view = clearance.of(person);
        return newest.stream()
                .map(it -> view.line(it.id())
                        .map(line -> "%-14s  %s\n".formatted(line.number(), Shown.of(line.says())))
                        .orElseGet(() -> row(it, Optional.ofNullable(severities.get(it.id())))))
                .collect(Collectors.joining());
    }

    private static String row(Incident it, Optional<Severity> severity) {
        return "%-14s  %-7s  %-13s  %-12s  %s%s\n"
                .formatted(
                        it.number(),
                        severity.map(Severity::name).orElse("-"),
                        it.status().key(),
                        Shown.of(it.plan().name()),
                        Times.full(it.openedAt()),
                        it.drill() ? "  DRILL" : "");
    }

    @GetMapping("/{number}")
    Shape one(@AuthenticationPrincipal Person person, @PathVariable String number) {
        var incident = find(number);
        var symptoms = incidents.symptoms(incident.id());
        var facts = incidents.facts(incident.id());
        var view = clearance.afterReading(person, incident.id());
        return new Shape(incident, symptoms, view.facts(facts));
    }

    @GetMapping("/{number}/timeline")
    List<TimelineEntry> timeline(@AuthenticationPrincipal Person person, @PathVariable String number) {
        var incident = find(number);
        var timeline = incidents.timeline(incident.id());
        clearance.afterReading(person, incident.id());
        return timeline;
    }

    @GetMapping("/{number}/decision")
    Decision decision(@AuthenticationPrincipal Person person, @PathVariable String number) {
        return log.latest(find(number).id())
                .map(it -> clearance.afterReading(person, it.incident()).decision(it))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Nothing was decided about this incident yet."));
    }

    @PostMapping("/{number}/acknowledge")
    Shape acknowledge(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestBody(required = false) Optional<Words> words) {
        actions.acknowledge(person, number, said(words).note().orElse(""));
        return one(person, number);
    }

    @PostMapping("/{number}/declare")
    Shape declare(@AuthenticationPrincipal Person person, @PathVariable String number, @RequestBody Words words) {
        actions.declare(person, number, words.severity().orElse(""));
        return one(person, number);
    }

    @PostMapping("/{number}/escalate")
    Shape escalate(
            @AuthenticationPrincipal Person person,
            @PathVariable String number,
            @RequestBody(required = false) Optional<Words> words) {
        var said = said(words);
        actions.escalate(person, number, said.level().orElse(""), said.reason().orElse(IncidentActions.ASKED_FOR));
        return one(person, number);
    }

    @PostMapping("/{number}/resolve")
    @Operation(summary = "Resolves; 'typed' repeats the incident's number, and SEV1-2 need a commander")
    Shape resolve(@AuthenticationPrincipal Person person, @PathVariable String number, @RequestBody Words words) {
        actions.resolve(person, number, words.typed().orElse(""), words.reason().orElse(""));
        return one(person, number);
    }

    @PostMapping("/{number}/restrict")
    @Operation(summary = "Shows it to named people only; on a restricted one, names more of them")
    Shape restrict(@AuthenticationPrincipal Person person, @PathVariable String number, @RequestBody Words words) {
        restricting.restrict(
                person,
                number,
                words.reason().orElse(""),
                String.join("\n", words.names().orElse(List.of())));
        return one(person, number);
    }

    @PostMapping("/{number}/lift")
    @Operation(summary = "Lifts the restriction; everybody sees the incident again")
    Shape lift(@AuthenticationPrincipal Person person, @PathVariable String number, @RequestBody Words words) {
        restricting.lift(person, number, words.reason().orElse(""));
        return one(person, number);
    }

    /**
     * What somebody says of an article.
     *
     * @param article {@code slug#section}; left out where none fits
     * @param verdict {@code helped}, {@code wrong} or {@code missing}
     * @param note what is wrong or missing, in words
     */
    record OfArticle(Optional<String> article, @Nullable String verdict, Optional<String> note) {}

    /** @param draft that was opened for what is missing */
    record Heard(String verdict, Optional<Draft> draft) {}

    @PostMapping("/{number}/feedback")
    @Operation(summary = "Says that an article helped, is wrong or misses something; what is missing opens a draft")
    Heard feedback(@AuthenticationPrincipal Person person, @PathVariable String number, @RequestBody OfArticle said) {
        var verdict = Optional.ofNullable(said.verdict()).orElse("");
        var draft = feedback.say(
                person, number, said.article().orElse(""), verdict, said.note().orElse(""));
        return new Heard(verdict, draft);
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
