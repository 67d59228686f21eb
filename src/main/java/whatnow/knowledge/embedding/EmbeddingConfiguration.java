package whatnow.knowledge.embedding;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.knowledge.Embeddings;

/** Off unless an address is set: articles and questions leave the product only where somebody wanted it. */
@Configuration(proxyBeanMethods = false)
class EmbeddingConfiguration {

    @Bean
    Embeddings embeddings(
            @Value("${whatnow.embeddings.url:}") String url,
            @Value("${whatnow.embeddings.model:}") String model,
            @Value("${whatnow.embeddings.key:}") String key,
            @Value("${whatnow.embeddings.timeout:PT0.3S}") Duration forQuestion,
            @Value("${whatnow.embeddings.indexing-timeout:PT10S}") Duration forSections) {
        return new EmbeddingEndpoint(url, model, key, forQuestion, forSections).open();
    }
}
