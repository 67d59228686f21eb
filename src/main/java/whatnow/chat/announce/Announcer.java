package whatnow.chat.announce;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import whatnow.chat.Rendering;
import whatnow.chat.Reply;
import whatnow.decision.Decision;
import whatnow.decision.DecisionMade;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Restrictions;
import whatnow.message.Content;
import whatnow.message.Destination;
import whatnow.message.MessageKey;
import whatnow.message.Messages;
import whatnow.now.NowCard;
import whatnow.now.NowCards;
import whatnow.plan.Severity;
import whatnow.time.Now;

/**
 * Keeps the message about each incident up to date in the channel of its plan, in the transaction of the decision.
 *
 * <p>What makes an incident graver is said once more in a short reply, because a message that changes in place is not heard.
 */
final class Announcer implements DecisionMade {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Places places;
    private final Map<String, Rendering> renderings;
    private final NowCards cards;
    private final Incidents incidents;
    private final Restrictions restrictions;
    private final Messages messages;
    private final Now now;

    Announcer(
            Places places,
            Collection<Rendering> renderings,
            NowCards cards,
            Incidents incidents,
            Restrictions restrictions,
            Messages messages,
            Now now) {
        this.places = places;
        this.renderings =
                renderings.stream().collect(Collectors.toUnmodifiableMap(Rendering::kind, Function.identity()));
        this.cards = cards;
        this.incidents = incidents;
        this.restrictions = restrictions;
        this.messages = messages;
        this.now = now;
    }

    @Override
    public void made(Incident incident, Decision decision, Optional<Decision> before) {
        if (!isTold(incident)) {
            return;
        }
        var to = places.of(incident.plan());
        var card = card(incident);
        var reply = card.flatMap(it -> drawn(incident, () -> Bulletin.of(it)))
                .orElseGet(() -> Bulletin.plain(incident, severity(decision)));
        to.forEach(it -> messages.keep(key(incident), it, content(incident, reply, it), now.instant()));
        leaveOthers(incident, to);
        if (before.filter(it -> Graver.is(severity(decision), severity(it))).isPresent()) {
            sayItIsGraver(incident, severity(decision), card, to);
        }
    }

    @Override
    public void over(Incident incident) {
        if (!isTold(incident)) {
            return;
        }
        var how = HowItEnded.of(incidents.timeline(incident.id()));
        var reply = Bulletin.over(card(incident), incident, how);
        places.of(incident.plan())
                .forEach(it -> messages.amend(key(incident), it, content(incident, reply, it), now.instant()));
    }

    /**
     * Everything that is restricted is taken back here, whoever it concerns: a restriction holds for whole families. Its
     * sentence is that of another day, which names the date and so never changes.
     */
    private boolean isTold(Incident incident) {
        if (places.areNone() || incident.drill()) {
            return false;
        }
        var restricted = restrictions.inForce();
        restricted.forEach(it -> messages.withdraw(it.number(), List.of(), it.sentence(Instant.EPOCH), now.instant()));
        return restricted.stream().noneMatch(it -> it.incident().equals(incident.id()));
    }

    private Optional<NowCard> card(Incident incident) {
        return drawn(incident, () -> cards.of(incident.number()).orElseThrow());
    }

    /** A mistake in drawing must not cost the message; what the database says is for whoever decides. */
    private static <T> Optional<T> drawn(Incident incident, Supplier<T> drawing) {
        try {
            return Optional.of(drawing.get());
        } catch (DataAccessException ofTheDatabase) {
            throw ofTheDatabase;
        } catch (RuntimeException mistake) {
            LOG.error("{} could not be drawn for a channel; it is told in plain words.", incident.number(), mistake);
            return Optional.empty();
        }
    }

    private Content content(Incident incident, Reply reply, Destination to) {
        var payload = Optional.ofNullable(renderings.get(to.kind()))
                .flatMap(it -> drawn(incident, () -> it.payload(reply)))
                .orElse("");
        return new Content(Bulletin.aloud(reply), payload);
    }

    /** Its plan or the plan's channel was changed. */
    private void leaveOthers(Incident incident, List<Destination> to) {
        var words = "%s is not told here any more; it is filed under the plan %s."
                .formatted(incident.number(), incident.plan());
        messages.withdraw(incident.number(), to, words, now.instant());
    }

    private void sayItIsGraver(Incident incident, Severity severity, Optional<NowCard> card, List<Destination> to) {
        var words = Content.text(Bulletin.graver(incident, severity, card));
        to.forEach(it -> messages.reply(key(incident), severity.name(), it, words, now.instant()));
    }

    private static MessageKey key(Incident incident) {
        return MessageKey.about(incident.number());
    }

    private static Severity severity(Decision decision) {
        return decision.outcome().assessment().severity();
    }
}
