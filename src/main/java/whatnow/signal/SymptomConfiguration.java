package whatnow.signal;

import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.RuleLanguage;
import whatnow.rulebook.RuleShelf;

@Configuration(proxyBeanMethods = false)
class SymptomConfiguration {

    @Bean
    @Order(1)
    RuleLanguage symptomLanguage() {
        return SymptomLanguage.language();
    }

    @Bean
    Supplier<RuleBook> symptoms(RuleShelf shelf) {
        return () -> shelf.book("symptoms");
    }
}
