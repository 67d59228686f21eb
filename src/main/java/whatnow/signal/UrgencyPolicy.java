package whatnow.signal;

import java.util.Collection;
import java.util.Optional;
import whatnow.plan.Urgency;
import whatnow.rulebook.Spoken;
import whatnow.signal.SymptomProposals.Read;
import whatnow.signal.SymptomProposals.Voice;

/**
 * How soon an alert hurts by what was read in it: the urgency of its kind, moved one step by its own words. Its sender's
 * severity is one voice more: alone it raises one step, and it lowers only what the words lower too. What is usually
 * urgent NOW stays so.
 */
final class UrgencyPolicy {

    static Urgency settle(Collection<Spoken> spoken) {
        var usual = said(spoken, Voice.KIND).orElse(Urgency.HOUR);
        var words = said(spoken, Voice.WORDS).orElse(usual);
        var byWords = moved(usual, words);
        var sender = said(spoken, Voice.SENDER).orElse(byWords);
        var isHeard = isSooner(sender, byWords) || isSooner(usual, words);
        var settled = isHeard ? moved(byWords, sender) : byWords;
        return usual == Urgency.NOW ? usual : settled;
    }

    private static boolean isSooner(Urgency one, Urgency other) {
        return one.compareTo(other) < 0;
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
