package whatnow.rulebook;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.time.Now;

/** The one shelf of a running server. */
@Configuration(proxyBeanMethods = false)
class RulebookConfiguration {

    @Bean
    RuleShelf ruleShelf(
            @Value("${whatnow.rules:}") String folder, List<RuleLanguage> languages, CitedArticles articles, Now now) {
        return RuleShelf.open(folder, languages, articles, now).watched();
    }
}
