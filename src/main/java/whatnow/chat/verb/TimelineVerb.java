package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import whatnow.action.IncidentActions;
import whatnow.chat.CardRows;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.TimelineEntry;
import whatnow.now.NowCard;
import whatnow.now.Times;
import whatnow.security.Role;

/** What happened, and a note to it. */
@Component
class TimelineVerb implements Verb {

    private static final int SHOWN = 12;
    private static final int IN_DETAILS = 60;

    private final OnScreen screen;
    private final Incidents incidents;
    private final IncidentActions actions;
    private final Acting acting;

    TimelineVerb(OnScreen screen, Incidents incidents, IncidentActions actions, Acting acting) {
        this.screen = screen;
        this.incidents = incidents;
        this.actions = actions;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return Usage.looks("timeline", "timeline [INC] [text]", "The last entries; with a text, adds it in your name.")
                .alias("note");
    }

    @Override
    public Reply answer(Said said) {
        return switch (screen.meant(said, name())) {
            case OnScreen.One(NowCard card, String rest) -> rest.isBlank() ? shown(card) : noted(said, card, rest);
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    private Reply noted(Said said, NowCard card, String text) {
        if (!said.person().may(Role.RESPONDER)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "Only a responder writes on a timeline; you are a %s."
                            .formatted(said.person().role().key()));
        }
        actions.note(said.person(), card.incident(), text);
        return acting.after(
                said, card.incident(), "%s noted: %s".formatted(said.person().name(), text));
    }

    private Reply shown(NowCard card) {
        var entries = incidents
                .numbered(card.incident())
                .map(Incident::id)
                .map(incidents::timeline)
                .orElse(List.of())
                .reversed();
        var rows = new ArrayList<Row>();
        rows.add(Row.head("%s, newest first".formatted(card.incident())));
        entries.stream().limit(SHOWN).map(it -> row(it, card)).forEach(rows::add);
        rows.add(Row.link("%d entries in all".formatted(entries.size()), "/incidents/" + card.incident()));
        return new Reply(
                Outcome.ANSWERED,
                !card.isRestricted(),
                Optional.of(card.incident()),
                CardRows.version(card),
                rows,
                entries.stream()
                        .skip(SHOWN)
                        .limit(IN_DETAILS)
                        .map(it -> row(it, card))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Row row(TimelineEntry entry, NowCard card) {
        return Row.text("%s%s %s: %s"
                .formatted(
                        card.isDrill() ? "DRILL " : "",
                        Times.near(entry.at(), card.askedAt()),
                        entry.by(),
                        Cut.line(entry.text())));
    }
}
