package whatnow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import whatnow.chat.Commands;
import whatnow.chat.Line;
import whatnow.chat.Reply;
import whatnow.chat.ReplyText;
import whatnow.security.Person;
import whatnow.signal.Refused;

/** The grammar of chat for programs and terminals. */
@RestController
@Tag(name = "Ask")
class AskApi {

    private static final int LONGEST = 20_000;

    private final Commands commands;

    AskApi(Commands commands) {
        this.commands = commands;
    }

    /**
     * @param line as it is typed in chat: a sentence, or a verb with what belongs to it
     * @param incident number of the one that it is about, if the line does not say
     * @param seen version of the incident when its button was shown; one that is pressed later does nothing
     * @param detailed as text, with what there was no room for; JSON always has it
     */
    record Typed(@Nullable String line, Optional<String> incident, Optional<String> seen, Optional<Boolean> detailed) {

        Line by(Person person) {
            if (line == null) {
                throw Refused.field("line", "missing", "a text in double quotes, such as \"now\"");
            }
            if (line.length() > LONGEST) {
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The line has %d characters; at most %d are read.".formatted(line.length(), LONGEST));
            }
            return new Line(person, line, incident, seen);
        }
    }

    @PostMapping(path = "/api/v1/ask", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A sentence or a verb of the chat grammar, answered; a refusal is an answer too")
    Reply ask(@AuthenticationPrincipal Person person, @RequestBody Typed typed) {
        return commands.answer(typed.by(person));
    }

    @PostMapping(path = "/api/v1/ask", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(hidden = true)
    String text(@AuthenticationPrincipal Person person, @RequestBody Typed typed) {
        return ReplyText.of(commands.answer(typed.by(person)), typed.detailed().orElse(false));
    }
}
