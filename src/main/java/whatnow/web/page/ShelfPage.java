package whatnow.web.page;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whatnow.knowledge.Choice;
import whatnow.knowledge.Library;

/** All articles, a page at a time, by whatever tells them apart. */
@Controller
class ShelfPage {

    private final Library library;

    ShelfPage(Library library) {
        this.library = library;
    }

    @GetMapping("/kb")
    String shelf(@RequestParam Map<String, String> parameters, Model model) {
        var choice = Choice.of(parameters);
        var all = library.all();
        model.addAttribute("view", ShelfView.of(choice, choice.from(all), parameters.getOrDefault("page", "")));
        model.addAttribute("all", all.size());
        model.addAttribute("problems", library.problems());
        return "knowledge/shelf";
    }
}
