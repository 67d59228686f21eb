package whatnow.chat.verb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.action.ArticleFeedback;
import whatnow.chat.Verb;
import whatnow.incident.Verdict;

/** One verb for each thing that can be said of an article. */
@Configuration(proxyBeanMethods = false)
class VerdictVerbs {

    @Bean
    Verb helpedVerb(ArticleFeedback feedback, Acting acting) {
        return new VerdictVerb(Verdict.HELPED, feedback, acting);
    }

    @Bean
    Verb wrongVerb(ArticleFeedback feedback, Acting acting) {
        return new VerdictVerb(Verdict.WRONG, feedback, acting);
    }

    @Bean
    Verb missingVerb(ArticleFeedback feedback, Acting acting) {
        return new VerdictVerb(Verdict.MISSING, feedback, acting);
    }
}
