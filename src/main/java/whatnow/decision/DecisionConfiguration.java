package whatnow.decision;

import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import whatnow.knowledge.Library;
import whatnow.rulebook.CitedArticles;
import whatnow.rulebook.RuleLanguage;
import whatnow.rulebook.RuleShelf;

@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    @Order(2)
    RuleLanguage decisionLanguage() {
        return DecisionLanguage.language();
    }

    @Bean
    CitedArticles citedArticles(Library library) {
        return DecisionLanguage.articles(library);
    }

    /** The books in force, all from one moment. */
    @Bean
    Supplier<RuleBooks> ruleBooks(RuleShelf shelf) {
        return () -> RuleBooks.of(shelf.books());
    }
}
