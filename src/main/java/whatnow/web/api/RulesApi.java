package whatnow.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import whatnow.rulebook.BooksInForce;
import whatnow.rulebook.Rule;
import whatnow.rulebook.RuleBook;

/** Rules for programs. */
@RestController
@Tag(name = "Rules")
class RulesApi {

    private final BooksInForce books;

    RulesApi(BooksInForce books) {
        this.books = books;
    }

    record Book(String name, String sha256, Collection<Rule> rules, List<String> problems) {}

    @GetMapping("/api/v1/rules")
    List<Book> rules() {
        return books.all().stream()
                .map(it -> new Book(
                        it.name(),
                        it.book().map(RuleBook::sha256).orElse(""),
                        it.book().map(RuleBook::rules).orElse(List.of()),
                        it.problems()))
                .toList();
    }
}
