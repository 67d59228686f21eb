package whatnow.chat.verb;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import whatnow.action.IncidentActions;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.plan.Severity;
import whatnow.security.Role;

/** Overrules the severity, with a reason. */
@Component
class SevVerb implements Verb {

    private final IncidentActions actions;
    private final Acting acting;

    SevVerb(IncidentActions actions, Acting acting) {
        this.actions = actions;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return Usage.acts(
                        Role.COMMANDER,
                        "sev",
                        "sev [INC] <1-5> <reason>",
                        "Overrules the severity. It counts until somebody says otherwise or it becomes worse than you could know.")
                .alias("severity");
    }

    @Override
    public Reply answer(Said said) {
        return acting.on(said, name(), (NowCard card, String rest) -> {
            var parts = rest.split("\\s+", 2);
            var severity = Severity.named(parts[0].toUpperCase(Locale.ROOT).replace("-", ""))
                    .or(() -> Severity.named("SEV" + parts[0]))
                    .orElseThrow(() -> new ResponseStatusException(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "Say which severity and why: sev %s 2 orders cannot be placed. (%s) is not one of 1 to 5."
                                    .formatted(card.incident(), Cut.of(parts[0]))));
            actions.override(
                    said.person(), card.incident(), "severity", severity.name(), "", parts.length > 1 ? parts[1] : "");
            return "%s says it is %s.".formatted(said.person().name(), severity);
        });
    }
}
