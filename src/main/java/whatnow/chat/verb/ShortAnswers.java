package whatnow.chat.verb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.security.Role;

/** A yes or a no alone answers the first question of the card. */
@Configuration(proxyBeanMethods = false)
class ShortAnswers {

    @Bean
    Verb yesVerb(AnswerVerb answers) {
        return new ShortAnswer(usage("yes"), answers);
    }

    @Bean
    Verb noVerb(AnswerVerb answers) {
        return new ShortAnswer(usage("no"), answers);
    }

    private static Usage usage(String word) {
        return Usage.acts(Role.RESPONDER, word, word + " [INC]", "The same as answer " + word + ".");
    }

    private record ShortAnswer(Usage usage, Verb answers) implements Verb {

        @Override
        public boolean takes(String rest) {
            return rest.isBlank()
                    || OnScreen.number(rest)
                            .filter(it -> it.equals(rest.strip()))
                            .isPresent();
        }

        @Override
        public Reply answer(Said said) {
            return answers.answer(said.withRest((said.rest().strip() + " " + name()).strip()));
        }
    }
}
