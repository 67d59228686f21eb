package whatnow.decision;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.rulebook.BooksInForce;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.RuleSources;

@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    @Bean
    Supplier<RuleBooks> ruleBooks() {
        var books = new RuleBooks(
                book("severity"), book("strategy"), book("degradation"), book("escalation"), book("communication"));
        return () -> books;
    }

    @Bean
    BooksInForce booksInForce(Supplier<RuleBooks> books) {
        return () -> books.get().all().stream()
                .map(it -> new BooksInForce.Standing(it.name(), Optional.of(it), Map.of(), List.of()))
                .toList();
    }

    private static RuleBook book(String name) {
        var folder = Path.of("rules", name);
        return RuleBook.compile(name, (Files.isDirectory(folder) ? RuleSources.of(folder) : RuleSources.packed(name)).text());
    }
}
