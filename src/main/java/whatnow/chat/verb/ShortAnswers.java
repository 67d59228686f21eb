package whatnow.chat.verb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Verb;
import whatnow.security.Role;

/** A yes or a no alone answers the first question of the card. */
@Configuration(proxyBeanMethods = false)
class ShortAnswers {

    @Bean
    Verb yesVerb(AnswerVerb answers) {
        return new ShortAnswer("yes", answers);
    }

    @Bean
    Verb noVerb(AnswerVerb answers) {
        return new ShortAnswer("no", answers);
    }

    private record ShortAnswer(String name, Verb answers) implements Verb {

        @Override
        public String form() {
            return name + " [INC]";
        }

        @Override
        public String says() {
            return "The same as answer " + name + ".";
        }

        @Override
        public Role needs() {
            return answers.needs();
        }

        @Override
        public boolean changes() {
            return true;
        }

        @Override
        public boolean takes(String rest) {
            return rest.isBlank()
                    || OnScreen.number(rest)
                            .filter(it -> it.equals(rest.strip()))
                            .isPresent();
        }

        @Override
        public Reply answer(Said said) {
            return answers.answer(said.withRest((said.rest().strip() + " " + name).strip()));
        }
    }
}
