package whatnow.knowledge;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one library of a running server. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    Library library(@Value("${whatnow.knowledge:}") String folder) {
        return Library.open(folder).watched();
    }
}
