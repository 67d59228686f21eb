package whatnow.signal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.RuleSources;

@Configuration(proxyBeanMethods = false)
class SymptomConfiguration {

    @Bean
    Supplier<RuleBook> symptoms() {
        var folder = Path.of("rules", "symptoms");
        var sources = Files.isDirectory(folder) ? RuleSources.of(folder) : RuleSources.packed("symptoms");
        var book = RuleBook.compile("symptoms", sources.text());
        return () -> book;
    }
}
