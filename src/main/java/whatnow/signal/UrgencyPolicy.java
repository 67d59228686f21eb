package whatnow.signal;

import java.util.Collection;
import java.util.Optional;
import whatnow.plan.Urgency;
import whatnow.rulebook.Spoken;
import whatnow.signal.SymptomProposals.Read;
import whatnow.signal.SymptomProposals.Voice;

/**
 * How soon an alert hurts by what was read in it: the urgency of its kind, moved one step by its words and one by its
 * sender's severity. Neither of the two lowers what is usually urgent NOW, and the sender alone never makes NOW of DAY.
 */
final class UrgencyPolicy {

    static Urgency settle(Collection<Spoken> spoken) {
        var usual = said(spoken, Voice.KIND).orElse(Urgency.HOUR);
        var byWords = said(spoken, Voice.WORDS).map(it -> moved(usual, it)).orElse(usual);
        var settled = said(spoken, Voice.SENDER).map(it -> moved(byWords, it)).orElse(byWords);
        return usual == Urgency.NOW ? usual : settled;
    }

    private static Urgency moved(Urgency from, Urgency towards) {
        return Urgency.values()[from.ordinal() + Integer.signum(towards.ordinal() - from.ordinal())];
    }

    private static Optional<Urgency> said(Collection<Spoken> spoken, Voice voice) {
        return spoken.stream()
                .map(Spoken::statement)
                .filter(it -> it instanceof Read.Soon soon && soon.voice() == voice)
                .map(it -> ((Read.Soon) it).urgency())
                .findFirst();
    }

    private UrgencyPolicy() {}
}
