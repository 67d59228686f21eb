package whatnow.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import whatnow.clearance.Clearance;
import whatnow.feedback.Draft;
import whatnow.feedback.Drafts;
import whatnow.security.Person;

/** Drafts of articles that somebody missed, to be copied out and finished. */
@Controller
class DraftPage {

    private static final int MOST = 200;
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private final Drafts drafts;
    private final Clearance clearance;

    DraftPage(Drafts drafts, Clearance clearance) {
        this.drafts = drafts;
        this.clearance = clearance;
    }

    /** Drafts of incidents that the reader may not see are not even counted. */
    @GetMapping("/drafts")
    String list(@AuthenticationPrincipal Person person, Model model) {
        var newest = drafts.newest(clearance.of(person).hides(), MOST);
        model.addAttribute("drafts", newest);
        model.addAttribute("full", newest.size() == MOST);
        return "knowledge/drafts";
    }

    @GetMapping("/drafts/{draft}")
    String page(@AuthenticationPrincipal Person person, @PathVariable String draft, Model model) {
        model.addAttribute("draft", find(person, draft));
        return "knowledge/draft";
    }

    @GetMapping("/drafts/{draft}/markdown")
    ResponseEntity<String> markdown(@AuthenticationPrincipal Person person, @PathVariable String draft) {
        var found = find(person, draft);
        return ResponseEntity.ok()
                .contentType(MARKDOWN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.file())
                                .build()
                                .toString())
                .body(found.text());
    }

    private Draft find(Person person, String draft) {
        var found = Optional.of(draft)
                .filter(it -> it.matches("[0-9]{1,18}"))
                .flatMap(it -> drafts.find(Long.parseLong(it)))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no draft of this number. The list of drafts has the newest."));
        clearance.afterReading(person, found.incident());
        return found;
    }
}
