package whatnow.chat.verb;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.security.Role;

/** Records what is said about an incident. */
@Component
class FactVerb implements Verb {

    private final Hearing hearing;
    private final Belonging belonging;
    private final OnScreen screen;
    private final Recording recording;

    FactVerb(Hearing hearing, Belonging belonging, OnScreen screen, Recording recording) {
        this.hearing = hearing;
        this.belonging = belonging;
        this.screen = screen;
        this.recording = recording;
    }

    @Override
    public Usage usage() {
        return Usage.acts(
                Role.RESPONDER,
                "fact",
                "fact [INC] <what is so, in your own words> | fact [INC] <type> key=value ...",
                "Records it in your name; what hurts joins an incident or opens one.");
    }

    @Override
    public Reply answer(Said said) {
        var number = OnScreen.number(said.rest()).or(said::here);
        if (number.isEmpty()) {
            return record(said, Optional.empty(), said.rest());
        }
        return switch (screen.meant(said, name())) {
            case OnScreen.One(NowCard card, String rest) -> record(said, Optional.of(card), rest);
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    /** What names nothing is about the one that is open. */
    private Optional<NowCard> only(Said said) {
        var open = screen.open(said.person()).cards();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    private Reply record(Said said, Optional<NowCard> card, String words) {
        if (TypedFact.isOne(words)) {
            return recording.typed(said, card.or(() -> only(said)), words);
        }
        var heard = hearing.hear(words);
        if (heard.taken().isEmpty()) {
            return Reply.refused(
                    "I read no facts in that; nothing is recorded.",
                    "Name a service or region and what is wrong with it: fact freight-api is down",
                    "Or as data: fact replication lagSeconds=2400 region=us-west-2");
        }
        var facts = heard.facts(said.person(), Optional.empty(), recording.at());
        var plans =
                heard.words().plan().isPresent() ? List.of(heard.words().plan().get()) : belonging.names(facts);
        if (card.isEmpty() && plans.size() > 1) {
            return Reply.refused(
                    "Whose is it? %s have what you named.".formatted(String.join(", ", plans)),
                    "Say for example: fact plan=%s %s"
                            .formatted(plans.getFirst(), heard.words().sentence()));
        }
        var joined = card.or(() -> belonging.incident(
                plans.getFirst(), facts, screen.open(said.person()).cards()));
        return recording.heard(said, joined, heard);
    }
}
