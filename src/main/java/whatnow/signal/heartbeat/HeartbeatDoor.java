package whatnow.signal.heartbeat;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whatnow.incident.SymptomKind;
import whatnow.plan.Durations;
import whatnow.signal.Lane;
import whatnow.signal.Refused;
import whatnow.time.Now;

/** Where jobs and machines report that they live. No body is read. */
@RestController
@Tag(name = "Alerts")
class HeartbeatDoor {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    /** U+FFFD stands where a NUL was. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\uFFFD]{1,200}");

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Heart heart;
    private final Lane lane;
    private final Now now;

    HeartbeatDoor(Heart heart, @Qualifier("factLane") Lane lane, Now now) {
        this.heart = heart;
        this.lane = lane;
        this.now = now;
    }

    /** @param due when it has to report again at the latest */
    record Heard(String id, Instant due) {}

    @PostMapping("/api/v1/heartbeat/{id}")
    @Operation(summary = "A job or machine lives; its silence is an alert once half of its interval again has passed")
    @ApiResponse(responseCode = "200", description = "On disk, with the time by which it has to report again")
    Heard beat(
            @PathVariable String id,
            @RequestParam(defaultValue = "1m") String every,
            @RequestParam Optional<String> service,
            @RequestParam Optional<String> region,
            @RequestParam Optional<String> symptom)
            throws Exception {
        var name = matching("id", id, ID, "at most 100 letters, digits and ._-");
        var about = matching("service", service.orElse(id), NAME, "a readable name of at most 200 characters");
        var place = region.map(it -> matching("region", it, ID, "a region such as us-east-1"))
                .orElse("");
        var kind = symptom.map(HeartbeatDoor::kind).orElse("");
        var interval = interval(every);
        return lane.run(() -> {
            var heard = heart.beat(name, about, place, kind, interval);
            return new Heard(heard.id(), heard.due());
        });
    }

    /** @param state beating, late or missed */
    record Watch(String id, String service, long everySeconds, Instant last, Instant due, String state) {}

    @GetMapping("/api/v1/heartbeats")
    @Operation(summary = "All that has to report by itself, when it last did and whether it is late")
    List<Watch> all() {
        var at = now.instant();
        return heart.all().stream()
                .map(it -> new Watch(
                        it.id(),
                        it.service(),
                        it.every().toSeconds(),
                        it.last(),
                        it.due(),
                        it.state(at).key()))
                .toList();
    }

    @DeleteMapping("/api/v1/heartbeat/{id}")
    @Operation(summary = "Nobody waits for it any more; an alert about its silence ends")
    @ApiResponse(responseCode = "204", description = "It is not waited for")
    @ApiResponse(responseCode = "404", description = "It never was")
    ResponseEntity<Void> end(@PathVariable String id) throws Exception {
        if (!lane.run(() -> heart.end(id))) {
            throw Refused.field(HttpStatus.NOT_FOUND, "id", id, "one of those that GET /api/v1/heartbeats lists");
        }
        return ResponseEntity.noContent().build();
    }

    private static String matching(String field, String value, Pattern pattern, String expected) {
        if (!pattern.matcher(value).matches()) {
            throw Refused.field(field, value, expected);
        }
        return value;
    }

    private static String kind(String said) {
        var name = said.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(SymptomKind.values())
                .map(SymptomKind::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> Refused.field("symptom", said, "a kind of symptom such as BACKUP_FAILED"));
    }

    private static Duration interval(String said) {
        return Durations.parse(said.strip())
                .filter(it -> it.compareTo(SHORTEST) >= 0 && it.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> Refused.field("every", said, "a span from 10s to 31d, such as 90s, 15m, 24h or 7d"));
    }
}
