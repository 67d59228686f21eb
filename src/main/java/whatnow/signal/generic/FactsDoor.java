package whatnow.signal.generic;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Incidents;
import whatnow.incident.Restrictions;
import whatnow.signal.Body;
import whatnow.signal.Lane;
import whatnow.signal.Receipt;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;
import whatnow.time.Now;

/** Where facts come in, from people and machines. */
@RestController
@RequestMapping("/api/v1/facts")
@Tag(name = "Facts")
class FactsDoor {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final FactIntake intake;
    private final Incidents incidents;
    private final Restrictions restrictions;
    private final Lane lane;
    private final Now now;

    FactsDoor(
            FactIntake intake,
            Incidents incidents,
            Restrictions restrictions,
            @Qualifier("factLane") Lane lane,
            Now now) {
        this.intake = intake;
        this.incidents = incidents;
        this.restrictions = restrictions;
        this.lane = lane;
        this.now = now;
    }

    @PostMapping
    @Operation(summary = "One typed fact, at most 256 KiB")
    @ApiResponse(responseCode = "202", description = "On disk")
    @ApiResponse(responseCode = "200", description = "Known already, by its key or by its content; the same id")
    @ApiResponse(
            responseCode = "403",
            description =
                    "Only a person or only a commander says this, or the incident is restricted to people who are named")
    @ApiResponse(responseCode = "409", description = "The key was used for another body")
    @ApiResponse(responseCode = "429", description = "Too much at once; come back after Retry-After")
    ResponseEntity<Receipt> learn(HttpServletRequest request, @RequestHeader("Idempotency-Key") Optional<String> key)
            throws Exception {
        return lane.run(() -> {
            var bytes = Body.read(request, Body.SINGLE);
            var body = StrictJson.read(bytes);
            var speaker = Speaker.of(request);
            var fact = new FactReader(incidents, now.instant(), speaker).read(body);
            refuseStrangers(fact, speaker, request);
            refuseUnlessCommander(fact, speaker, request);
            var receipt = intake.take(fact, request(key, speaker, bytes, body), body.toString());
            return ResponseEntity.status(receipt.isRepeat() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                    .body(receipt);
        });
    }

    /** A machine that reports reads nothing here, so it may go on; whoever else speaks of the incident is named. */
    private void refuseStrangers(Fact fact, Speaker speaker, HttpServletRequest request) {
        var commands = commands(request);
        fact.incident()
                .filter(_ -> !speaker.isMachine())
                .flatMap(restrictions::of)
                .filter(it -> !it.admits(speaker.name().orElse(""), commands))
                .ifPresent(it -> {
                    throw Refused.because(HttpStatus.FORBIDDEN, it.sentence(now.instant()));
                });
    }

    /** What every other door keeps for commanders is no responder's word at this one either. */
    private static void refuseUnlessCommander(Fact fact, Speaker speaker, HttpServletRequest request) {
        ForCommanders.settles(fact, speaker.isMachine())
                .filter(_ -> !commands(request))
                .ifPresent(why -> {
                    throw Refused.because(
                            HttpStatus.FORBIDDEN,
                            "Only a commander says this (%s): %s."
                                    .formatted(fact.type().key(), why));
                });
    }

    private static boolean commands(HttpServletRequest request) {
        return request.isUserInRole("COMMANDER") || request.isUserInRole("ADMIN");
    }

    /** Without a key, the same words about the same moment are the same fact. */
    private static FactIntake.Request request(Optional<String> key, Speaker speaker, byte[] bytes, JsonNode body) {
        key.filter(it -> !KEY.matcher(it).matches()).ifPresent(it -> {
            throw Refused.field("Idempotency-Key", it, "1 to 255 visible ASCII characters");
        });
        var sha256 = sha256(bytes);
        var who = speaker.name().orElse("");
        var known = key.map(it -> "key " + who + " " + it)
                .or(() -> body.path("observedAt").isString()
                        ? Optional.of("body " + who + " " + sha256)
                        : Optional.empty());
        return new FactIntake.Request(known, sha256);
    }

    /** A type of fact: who may say it and what its value may hold besides state. */
    record TypeOfFact(FactType type, boolean onlyByPeople, List<FieldOfFact> fields) {}

    record FieldOfFact(String name, String holds) {}

    @GetMapping("/types")
    @Operation(summary = "The types of facts, with their fields and who may say them")
    List<TypeOfFact> types() {
        return Arrays.stream(FactType.values())
                .map(type -> new TypeOfFact(
                        type,
                        type.isPersonal(),
                        type.shapes().stream()
                                .map(it -> new FieldOfFact(it.name(), it.shape().words()))
                                .toList()))
                .toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
