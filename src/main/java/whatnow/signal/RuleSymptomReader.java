package whatnow.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import whatnow.incident.SymptomKind;
import whatnow.plan.Urgency;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.Spoken;

/**
 * Reads signals by the rule book {@code symptoms}, in whatever edition is in force.
 *
 * <p>A broken table or rule must not cost an alert: the last edition that could be read goes on, and without one the
 * signal is a symptom of kind {@code OTHER}, so that a person looks.
 */
@Component
class RuleSymptomReader implements SymptomReader {

    private static final Logger LOG = LoggerFactory.getLogger(RuleSymptomReader.class);

    private final Supplier<RuleBook> inForce;
    private final AtomicReference<@Nullable Edition> edition = new AtomicReference<>();

    RuleSymptomReader(@Qualifier("symptoms") Supplier<RuleBook> inForce) {
        this.inForce = inForce;
    }

    @Override
    public List<Reading> read(Signal signal) {
        if (signal.isWatchdog()) {
            return List.of();
        }
        var alert = Alert.of(signal);
        try {
            return SymptomPolicy.settle(alert, spoken(alert));
        } catch (RuntimeException broken) {
            LOG.warn(
                    "The alert ({}) could not be read by the book (symptoms) and is shown as OTHER: {}",
                    alert.name().replaceAll("\\p{Cntrl}", " "),
                    broken.toString());
            return List.of(plain(alert));
        }
    }

    /** What the rules say of an alert, with the reasons. */
    List<Spoken> spoken(Alert alert) {
        var current = edition();
        var facts = new ArrayList<Object>(current.facts().concerning(alert));
        facts.add(alert);
        return current.book().consult(facts, SymptomProposals::new);
    }

    /** How soon it hurts; asked apart from the reading, for a storm does not need it. */
    Urgency howSoon(Alert alert, SymptomKind kind) {
        var current = edition();
        return UrgencyPolicy.settle(
                current.book().consult(current.tables().howSoon().facts(alert, kind), SymptomProposals::new));
    }

    /** What the sender's severity means, by the table. */
    Optional<Urgency> senders(Alert alert) {
        return edition().tables().howSoon().senders(alert);
    }

    private Edition edition() {
        var book = inForce.get();
        var known = edition.get();
        if (known != null && known.asked() == book) {
            return known;
        }
        var next = next(book, known);
        edition.set(next);
        return next;
    }

    private static Edition next(RuleBook book, @Nullable Edition known) {
        try {
            var tables = TableFiles.tables(book);
            return new Edition(book, book, tables, new AlertFacts(tables));
        } catch (IllegalArgumentException broken) {
            if (known == null) {
                throw broken;
            }
            LOG.error("The tables of the book (symptoms) cannot be read; the edition before stays in force.", broken);
            return new Edition(book, known.book(), known.tables(), known.facts());
        }
    }

    private static Reading plain(Alert alert) {
        var service = Optional.of(alert.label("service")).filter(it -> !it.isEmpty());
        return new Reading(
                alert.explicit().orElse(SymptomKind.OTHER),
                service.orElseGet(() -> SymptomPolicy.unnamed(alert)),
                place(alert, "region"),
                place(alert, "zone"),
                alert.measured());
    }

    private static Optional<String> place(Alert alert, String label) {
        return Optional.of(alert.label(label)).filter(Place::isPlace);
    }

    /**
     * A book and its tables.
     *
     * @param asked what was in force when they were taken; another book if its own tables could not be read
     */
    private record Edition(RuleBook asked, RuleBook book, SymptomTables tables, AlertFacts facts) {}
}
