package whatnow.decision;

import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import whatnow.incident.Incident;

/** Everybody who hears of decisions. */
@Component
class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final ObjectProvider<DecisionMade> all;

    Listeners(ObjectProvider<DecisionMade> all) {
        this.all = all;
    }

    void made(Incident incident, Decision decision, Optional<Decision> before) {
        tell(incident, it -> it.made(incident, decision, before));
    }

    void over(Incident incident) {
        tell(incident, it -> it.over(incident));
    }

    private void tell(Incident incident, Consumer<DecisionMade> words) {
        all.orderedStream().forEach(it -> {
            try {
                words.accept(it);
            } catch (DataAccessException | TransactionException ofTheDatabase) {
                throw ofTheDatabase;
            } catch (RuntimeException mistake) {
                LOG.error(
                        "{} failed over a decision about {}; the decision stands.",
                        it.getClass().getSimpleName(),
                        incident.number(),
                        mistake);
            }
        });
    }
}
