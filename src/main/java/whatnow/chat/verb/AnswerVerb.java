package whatnow.chat.verb;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import whatnow.action.IncidentActions;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.now.NowCard.Unknown;
import whatnow.security.Role;

/** Answers a question of the card. */
@Component
class AnswerVerb implements Verb {

    private final IncidentActions actions;
    private final Acting acting;

    AnswerVerb(IncidentActions actions, Acting acting) {
        this.actions = actions;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return Usage.acts(
                Role.RESPONDER,
                "answer",
                "answer [INC] [1-3] <yes | no | can't see | 02:14:10 | 90 s | what, at 13:50 | snapshot of 02:00, checked 03:10>",
                "Answers the first question of the card, or the one you number. The answer is a fact in your name.");
    }

    @Override
    public boolean takes(String rest) {
        return true;
    }

    @Override
    public Reply answer(Said said) {
        return acting.on(said, name(), (NowCard card, String rest) -> {
            var unknown = question(card, rest);
            var words = behind(rest, unknown, card);
            actions.answer(said.person(), card.incident(), SpokenAnswer.of(unknown, words));
            return "%s answered: %s %s".formatted(said.person().name(), unknown.question(), Cut.of(words));
        });
    }

    /** By its number on the card, by its key, else the first. */
    private static Unknown question(NowCard card, String rest) {
        var first = rest.split("\\s+", 2)[0];
        if (card.unknowns().isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Nothing is asked about %s now. To tell something say: fact and what is so."
                            .formatted(card.incident()));
        }
        if (first.matches("[1-9]") && rest.strip().length() > first.length()) {
            var place = Integer.parseInt(first);
            if (place <= card.unknowns().size() && !isAmount(rest)) {
                return card.unknowns().get(place - 1);
            }
        }
        return card.unknowns().stream()
                .filter(it -> it.key().equals(first))
                .findFirst()
                .or(() -> looksLikeAKey(first)
                        ? java.util.Optional.empty()
                        : card.unknowns().stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        "This is not asked, or not any more. Look at the card again: now %s"
                                .formatted(card.incident())));
    }

    private static boolean looksLikeAKey(String word) {
        return word.contains("_");
    }

    /** {@code 5 min} is an amount, {@code 1 yes} is not. */
    private static boolean isAmount(String rest) {
        return rest.matches("(?i)\\d+(\\.\\d+)?\\s*(s|sec|secs|seconds?|m|mins?|minutes?|h|hours?)\\b.*");
    }

    private static String behind(String rest, Unknown unknown, NowCard card) {
        var first = rest.split("\\s+", 2)[0];
        var isNamed = unknown.key().equals(first)
                || first.matches("[1-9]")
                        && rest.strip().length() > first.length()
                        && !isAmount(rest)
                        && Integer.parseInt(first) <= card.unknowns().size();
        return isNamed ? rest.substring(first.length()).strip() : rest.strip();
    }
}
