package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.now.NowCard;
import whatnow.now.Times;
import whatnow.security.Role;

/** Where an incident stands, or moves it on. */
@Component
class StatusVerb implements Verb {

    private final OnScreen screen;
    private final Incidents incidents;
    private final IncidentActions actions;
    private final Acting acting;

    StatusVerb(OnScreen screen, Incidents incidents, IncidentActions actions, Acting acting) {
        this.screen = screen;
        this.incidents = incidents;
        this.actions = actions;
        this.acting = acting;
    }

    @Override
    public Usage usage() {
        return Usage.looks(
                        "status",
                        "status [INC] [investigating|identified|monitoring <why>]",
                        "Where it stands, who has it and who fills which role; with a word, moves it on.")
                .alias("state");
    }

    @Override
    public boolean takes(String rest) {
        var words = withoutNumber(rest);
        return words.isBlank() || status(words).isPresent();
    }

    private static String withoutNumber(String rest) {
        var number = OnScreen.number(rest);
        return number.map(it -> rest.strip().substring(it.length()))
                .orElse(rest)
                .strip();
    }

    private static Optional<IncidentStatus> status(String words) {
        var first = words.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(IncidentStatus.values())
                .filter(it -> it.key().equals(first))
                .findFirst();
    }

    @Override
    public Reply answer(Said said) {
        return status(withoutNumber(said.rest())).isPresent()
                ? move(said)
                : switch (screen.meant(said, name())) {
                    case OnScreen.One one -> shown(one.card());
                    case OnScreen.Unclear(Reply reply) -> reply;
                };
    }

    private Reply move(Said said) {
        if (!said.person().may(Role.RESPONDER)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "Only a responder moves an incident on; you are a %s."
                            .formatted(said.person().role().key()));
        }
        return acting.on(said, name(), (NowCard card, String rest) -> {
            var parts = rest.split("\\s+", 2);
            actions.status(said.person(), card.incident(), parts[0], parts.length > 1 ? parts[1] : "");
            return "%s moved %s to %s."
                    .formatted(said.person().name(), card.incident(), parts[0].toLowerCase(Locale.ROOT));
        });
    }

    private Reply shown(NowCard card) {
        var rows = new ArrayList<Row>();
        rows.add(Row.head(CardRows.line(card)));
        rows.add(Row.text("Status: %s, since %s · led by %s"
                .formatted(
                        card.head().status(),
                        Times.near(card.head().since(), card.askedAt()),
                        card.head().lead())));
        incidents.numbered(card.incident()).map(Incident::id).map(incidents::facts).orElse(List.of()).stream()
                .filter(it -> it.type() == FactType.ASSIGNMENT && it.state() == State.TRUE)
                .sorted(Comparator.comparing(it -> it.text("role").orElse("")))
                .map(StatusVerb::role)
                .forEach(rows::add);
        card.told().stream()
                .limit(5)
                .forEach(it -> rows.add(
                        Row.note("%s %s: %s".formatted(Times.near(it.at(), card.askedAt()), it.by(), it.text()))));
        return new Reply(
                Outcome.ANSWERED,
                !card.isRestricted(),
                Optional.of(card.incident()),
                CardRows.version(card),
                rows,
                List.of(),
                List.of(),
                List.of());
    }

    private static Row role(Fact fact) {
        return Row.text("%s: %s"
                .formatted(
                        fact.text("role").orElse("role").replace('_', ' '),
                        fact.text("person").orElse(fact.source().name())));
    }
}
