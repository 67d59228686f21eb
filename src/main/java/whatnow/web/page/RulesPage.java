package whatnow.web.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import whatnow.rulebook.BooksInForce;

/** All rules in force, as people read them, and what is wrong with a book that did not load. */
@Controller
class RulesPage {

    private final BooksInForce books;

    RulesPage(BooksInForce books) {
        this.books = books;
    }

    @GetMapping("/rules")
    String page(Model model) {
        model.addAttribute("books", books.all());
        return "rules/page";
    }
}
