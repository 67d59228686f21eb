package whatnow.chat.verb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import whatnow.catalogue.Catalogue;
import whatnow.catalogue.Catalogues;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Chip;
import whatnow.chat.words.Heard;
import whatnow.chat.words.Names;
import whatnow.chat.words.SaidText;
import whatnow.chat.words.SentenceReader;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.IncidentId;
import whatnow.incident.State;
import whatnow.incident.TimeOrderedId;
import whatnow.plan.Plans;
import whatnow.security.Person;
import whatnow.time.Now;

/** Reads sentences by the names of the active plans, with the corrections that somebody tapped. */
@Component
class Hearing {

    /** That something is well is believed of a person for so long; then machines are believed again. */
    private static final Duration A_WHILE = Duration.ofMinutes(15);

    /** What everybody says who asks anything here. */
    private static final Pattern QUESTION_ITSELF = Pattern.compile(
            "(?i)(so |ok |and )?(what|whats|what's|what do we do|what should (we|i) do|what to do)( is)?( now| next)?\\W*|now\\W*|help\\W*|please\\W*|help,? please\\W*");

    private record Known(Catalogue of, Names names) {}

    private final Plans plans;
    private final Catalogues catalogues;
    private final Now now;
    private volatile Optional<Known> known = Optional.empty();

    Hearing(Plans plans, Catalogues catalogues, Now now) {
        this.plans = plans;
        this.catalogues = catalogues;
        this.now = now;
    }

    /**
     * @param all what was read, numbered from 1: facts first, then guesses
     * @param left in which nothing was understood
     */
    record Understood(Corrected words, List<Each> all, List<String> left) {

        /** What is taken to be so. */
        List<Each> taken() {
            return all.stream().filter(Each::isTaken).toList();
        }

        List<Fact> facts(Person person, Optional<IncidentId> incident, Instant at) {
            return taken().stream().map(it -> it.fact(person, incident, at)).toList();
        }

        /** @param verb with which the corrected line is said again */
        List<Chip> chips(String verb) {
            return all.stream().map(it -> it.chip(verb, words)).toList();
        }

        String read() {
            return String.join("; ", taken().stream().map(Each::text).toList());
        }
    }

    /** @param isGuess it was hedged or asked */
    record Each(int number, Heard.Said said, boolean isGuess, boolean isTaken, boolean isTurned) {

        String text() {
            return SaidText.of(turned());
        }

        private Heard.Said turned() {
            return isTurned
                    ? new Heard.Said(
                            said.type(),
                            said.subject(),
                            said.state() == State.TRUE ? State.FALSE : State.TRUE,
                            said.fields(),
                            said.words())
                    : said;
        }

        Fact fact(Person person, Optional<IncidentId> incident, Instant at) {
            var it = turned();
            return new Fact(
                    TimeOrderedId.at(at),
                    it.type(),
                    it.subject(),
                    it.state(),
                    it.fields(),
                    new FactSource(FactSource.Kind.PERSON, person.name()),
                    at,
                    at,
                    Wellbeing.isSaidBy(it) ? Optional.of(A_WHILE) : Optional.empty(),
                    incident);
        }

        Chip chip(String verb, Corrected words) {
            var corrections = new ArrayList<Button>();
            if (isTaken) {
                corrections.add(Button.of("not this", words.without(verb, number)));
                corrections.add(Button.of("the opposite", words.turned(verb, number)));
            } else {
                corrections.add(Button.of("yes, so it is", words.with(verb, number)));
            }
            return new Chip(text(), said.words(), !isTaken, corrections);
        }
    }

    Understood hear(String line) {
        var words = Corrected.of(line);
        var heard = SentenceReader.read(words.sentence(), names(), now.instant());
        var all = new ArrayList<Each>();
        heard.facts().forEach(it -> all.add(each(all.size() + 1, it, false, words)));
        heard.guesses().forEach(it -> all.add(each(all.size() + 1, it, true, words)));
        var left = heard.left().stream()
                .filter(it -> !QUESTION_ITSELF.matcher(it).matches())
                .toList();
        return new Understood(words, List.copyOf(all), left);
    }

    private static Each each(int number, Heard.Said said, boolean isGuess, Corrected words) {
        var isTaken =
                isGuess ? words.confirmed().contains(number) : !words.dropped().contains(number);
        return new Each(number, said, isGuess, isTaken, words.turned().contains(number));
    }

    private Names names() {
        var catalogue = catalogues.current();
        var kept = known.filter(it -> it.of() == catalogue);
        if (kept.isEmpty()) {
            kept = Optional.of(new Known(catalogue, Names.of(plans.active())));
            known = kept;
        }
        return kept.orElseThrow().names();
    }
}
