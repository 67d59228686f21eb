package whatnow.chat.verb;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import whatnow.action.ArticleFeedback;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.incident.Verdict;
import whatnow.now.NowCard;
import whatnow.security.Role;

/**
 * Says of an article that it helped, is wrong or misses something.
 *
 * <p>The words of these verbs also begin sentences about what is broken ("wrong prices in the feed"). So a line is taken only
 * where nothing else can be meant: with nothing behind the verb but an incident, an article, or the word runbook.
 */
final class VerdictVerb implements Verb {

    private static final String INCIDENT = "(?:INC-\\d{4}-\\d+\\s*)?";
    private static final Pattern OF_ARTICLE =
            Pattern.compile(INCIDENT + "(?:[a-z0-9-]+#[a-z0-9-]+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_NOTHING =
            Pattern.compile(INCIDENT + "(?:(?:runbook|article)\\b.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern THE_WORD = Pattern.compile("^(?:runbook|article)[:,]?\\s*", Pattern.CASE_INSENSITIVE);

    private final Verdict verdict;
    private final ArticleFeedback feedback;
    private final Acting acting;

    VerdictVerb(Verdict verdict, ArticleFeedback feedback, Acting acting) {
        this.verdict = verdict;
        this.feedback = feedback;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return switch (verdict) {
            case HELPED ->
                Usage.acts(
                        Role.RESPONDER,
                        verdict.key(),
                        "helped [INC] [article#section]",
                        "Says that the article helped: that of the steps, or the one that is named.");
            case WRONG ->
                Usage.acts(
                        Role.RESPONDER,
                        verdict.key(),
                        "wrong [INC] [article#section]",
                        "Says that the article is wrong: that of the steps, or the one that is named.");
            case MISSING ->
                Usage.acts(
                        Role.RESPONDER,
                        verdict.key(),
                        "missing [INC] [article#section | runbook words]",
                        "Says what stands in no article, and opens a draft of one.");
        };
    }

    @Override
    public boolean takes(String rest) {
        var said = rest.strip();
        return OF_ARTICLE.matcher(said).matches()
                || verdict == Verdict.MISSING && OF_NOTHING.matcher(said).matches();
    }

    @Override
    public Reply answer(Said said) {
        return acting.on(said, name(), (NowCard card, String rest) -> {
            var words = THE_WORD.matcher(rest.strip());
            var note = words.find() ? words.replaceFirst("") : "";
            var article =
                    named(card, rest.strip(), !note.isEmpty() || rest.strip().matches("(?i)runbook|article"));
            var draft = feedback.say(said.person(), card.incident(), article, verdict.key(), note);
            return "%s: %s%s%s"
                    .formatted(
                            said.person().name(),
                            article.isEmpty() ? "" : article + " ",
                            verdict == Verdict.WRONG ? "is wrong" : verdict.key(),
                            draft.map(it -> ". A draft was opened: " + it.path())
                                    .orElse(""));
        });
    }

    /** The article that is named, else that of the card's steps. What stands in no article has none. */
    private String named(NowCard card, String rest, boolean isOfNoArticle) {
        if (isOfNoArticle) {
            return "";
        }
        return Optional.of(rest)
                .filter(it -> !it.isEmpty())
                .or(() -> card.doNow().article())
                .or(() -> Optional.of("").filter(_ -> verdict == Verdict.MISSING))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "%s proposes no steps. Name the article, for example: %s fail-back#steps"
                                .formatted(card.incident(), verdict.key())));
    }
}
