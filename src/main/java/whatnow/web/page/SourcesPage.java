package whatnow.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import whatnow.chat.door.Address;
import whatnow.signal.Source;
import whatnow.signal.Sources;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Formats;
import whatnow.time.Now;

/** Who reports to us, when they last did, and what of it could not be read; and where others can report. */
@Controller
class SourcesPage {

    private final Sources sources;
    private final Formats formats;
    private final Address address;
    private final Now now;

    SourcesPage(Sources sources, Formats formats, Address address, Now now) {
        this.sources = sources;
        this.formats = formats;
        this.address = address;
        this.now = now;
    }

    @GetMapping("/sources")
    String page(Model model, HttpServletRequest request) {
        var heard = sources.at(now.instant());
        var base = base(request);
        model.addAttribute("sources", heard);
        model.addAttribute(
                "doors",
                formats.all().stream()
                        .sorted(Comparator.comparing(Format::title, String.CASE_INSENSITIVE_ORDER))
                        .map(it -> door(it, base, heard))
                        .toList());
        return "sources/page";
    }

    private String base(HttpServletRequest request) {
        return address.set().orElseGet(() -> {
            var here = request.getRequestURL().toString();
            return here.substring(0, here.length() - request.getRequestURI().length());
        });
    }

    private static SenderDoor door(Format format, String base, List<Source> heard) {
        var last = heard.stream()
                .filter(it -> it.name().equals(format.key()) || it.name().startsWith(format.key() + " "))
                .flatMap(it -> it.lastReport().stream())
                .max(Comparator.naturalOrder());
        return new SenderDoor(
                format.title(), base + format.entry().path(), format.entry().token(), last);
    }
}
