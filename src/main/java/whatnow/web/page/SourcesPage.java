package whatnow.web.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import whatnow.signal.Sources;
import whatnow.time.Now;

/** Who reports to us, when they last did, and what of it could not be read. */
@Controller
class SourcesPage {

    private final Sources sources;
    private final Now now;

    SourcesPage(Sources sources, Now now) {
        this.sources = sources;
        this.now = now;
    }

    @GetMapping("/sources")
    String page(Model model) {
        model.addAttribute("sources", sources.at(now.instant()));
        return "sources/page";
    }
}
