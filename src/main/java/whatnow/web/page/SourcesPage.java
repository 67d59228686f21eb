package whatnow.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import whatnow.signal.Doors;
import whatnow.signal.Source;
import whatnow.signal.Sources;
import whatnow.time.Now;

/** Who reports to us, when they last did, and what of it could not be read; and where others can report. */
@Controller
class SourcesPage {

    private final Sources sources;
    private final Doors doors;
    private final Now now;

    SourcesPage(Sources sources, Doors doors, Now now) {
        this.sources = sources;
        this.doors = doors;
        this.now = now;
    }

    @GetMapping("/sources")
    String page(Model model, HttpServletRequest request) {
        var heard = sources.at(now.instant());
        var base = base(request);
        model.addAttribute("sources", heard);
        model.addAttribute(
                "doors", doors.all().stream().map(it -> door(it, base, heard)).toList());
        return "sources/page";
    }

    /** As whoever looks at the page reaches us. */
    private static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .replaceQuery(null)
                .build()
                .toUriString();
    }

    private static SenderDoor door(Doors.Door door, String base, List<Source> heard) {
        var last = heard.stream()
                .filter(door::isOf)
                .flatMap(it -> it.lastReport().stream())
                .max(Comparator.naturalOrder());
        return new SenderDoor(door.title(), base + door.path(), door.token(), last);
    }
}
