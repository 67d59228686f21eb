package whatnow.knowledge;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.knowledge.index.KeptIndex;

/** The one library of a running server. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    Library library(
            @Value("${whatnow.knowledge:}") String folder,
            @Value("${whatnow.index:${whatnow.data:data}/index}") Path index,
            ObjectProvider<Helpfulness> helpfulness,
            ObjectProvider<Embeddings> embeddings) {
        return Library.open(
                        folder,
                        KeptIndex.in(index).with(embeddings.getIfAvailable(() -> Embeddings.NONE)),
                        it -> helpfulness.getIfAvailable(() -> Helpfulness.NONE).of(it))
                .watched();
    }
}
