package whatnow.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import whatnow.probe.Condition;
import whatnow.probe.Probed;
import whatnow.probe.Probes;
import whatnow.security.Person;
import whatnow.signal.Refused;
import whatnow.signal.Sources;
import whatnow.signal.TestAlerts;
import whatnow.signal.Watched;
import whatnow.time.Now;

/** Who reports to us, when they last did, and what of it could not be read or taken; and where others can report. */
@Controller
class SourcesPage {

    private final Sources sources;
    private final DoorTable doors;
    private final TestRun tests;
    private final Watched watched;
    private final Probes probes;
    private final Now now;

    SourcesPage(Sources sources, DoorTable doors, TestRun tests, Watched watched, Probes probes, Now now) {
        this.sources = sources;
        this.doors = doors;
        this.tests = tests;
        this.watched = watched;
        this.probes = probes;
        this.now = now;
    }

    @GetMapping("/sources")
    String page(Model model, HttpServletRequest request) {
        return shown(Optional.empty(), model, request);
    }

    @PostMapping("/sources/{door}/test")
    String test(
            @AuthenticationPrincipal Person person,
            @PathVariable String door,
            Model model,
            HttpServletRequest request) {
        try {
            return shown(Optional.of(tests.send(door, person.name())), model, request);
        } catch (Refused refused) {
            throw new ResponseStatusException(refused.status(), refused.why(), refused);
        }
    }

    @PostMapping("/sources/heartbeats/{id}/delete")
    String end(@PathVariable String id) {
        watched.end(id);
        return "redirect:/sources";
    }

    private String shown(Optional<TestAlerts.Sent> sent, Model model, HttpServletRequest request) {
        var at = now.instant();
        var heard = sources.at(at);
        var beats = watched.all();
        var theirs = beats.stream().map(it -> "heartbeat " + it.id()).toList();
        model.addAttribute("beats", beats);
        model.addAttribute(
                "sources",
                heard.stream().filter(it -> !theirs.contains(it.name())).toList());
        model.addAttribute("waiting", sources.waiting());
        var all = doors.all(base(request), heard, at);
        model.addAttribute("used", all.stream().filter(SenderDoor::isUsed).toList());
        model.addAttribute("unused", all.stream().filter(it -> !it.isUsed()).toList());
        var probed = whatIsNotUpFirst();
        model.addAttribute(
                "observed", probed.stream().filter(it -> !isNever(it)).toList());
        model.addAttribute("never", probed.stream().filter(SourcesPage::isNever).toList());
        model.addAttribute("cutOffSince", probes.cutOffSince());
        model.addAttribute("refusals", doors.refusals());
        model.addAttribute("troubles", doors.troubles());
        model.addAttribute("sent", sent);
        model.addAttribute("tested", sent.map(tests::foreseen).orElse(List.of()));
        return "sources/page";
    }

    private List<Probed> whatIsNotUpFirst() {
        return probes.all().stream()
                .sorted(Comparator.comparing(it -> it.condition() == Condition.UP))
                .toList();
    }

    private static boolean isNever(Probed probed) {
        return probed.condition() == Condition.NEVER_OBSERVED;
    }

    /** As whoever looks at the page reaches us. */
    private static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .replaceQuery(null)
                .build()
                .toUriString();
    }
}
