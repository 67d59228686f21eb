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

    private record Known(Catalogue of, Names names, OtherThings others) {}

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

    /**
     * @param said with the corrections that were tapped
     * @param isGuess it was hedged or asked
     * @param others names that it may be about instead
     */
    record Each(int number, Heard.Said said, boolean isGuess, boolean isTaken, List<String> others) {

        String text() {
            return SaidText.of(said);
        }

        Fact fact(Person person, Optional<IncidentId> incident, Instant at) {
            return new Fact(
                    TimeOrderedId.at(at),
                    said.type(),
                    said.subject(),
                    said.state(),
                    said.fields(),
                    new FactSource(FactSource.Kind.PERSON, person.name()),
                    at,
                    at,
                    Wellbeing.isSaidBy(said) ? Optional.of(A_WHILE) : Optional.empty(),
                    incident);
        }

        Chip chip(String verb, Corrected words) {
            var corrections = isTaken
                    ? List.of(
                            Button.of("not this", words.without(number).line(verb)),
                            Button.of("the opposite", words.turned(number).line(verb)))
                    : List.of(Button.of("yes, so it is", words.with(number).line(verb)));
            var instead = others.stream()
                    .map(it -> Button.of("it is " + it, about(words, it).line(verb)))
                    .toList();
            return new Chip(text(), said.words(), !isTaken, corrections, instead);
        }

        /** Whoever names what it is about says that it is so. */
        private Corrected about(Corrected words, String name) {
            var about = words.about(number, name);
            return isTaken ? about : about.with(number);
        }
    }

    Understood hear(String line) {
        var words = Corrected.of(line);
        var of = known();
        var heard = SentenceReader.read(words.sentence(), of.names(), now.instant());
        var all = new ArrayList<Each>();
        heard.facts().forEach(it -> all.add(each(all.size() + 1, it, false, words, of.others())));
        heard.guesses().forEach(it -> all.add(each(all.size() + 1, it, true, words, of.others())));
        var left = heard.left().stream()
                .filter(it -> !QUESTION_ITSELF.matcher(it).matches())
                .toList();
        return new Understood(words, List.copyOf(all), left);
    }

    private static Each each(int number, Heard.Said said, boolean isGuess, Corrected words, OtherThings others) {
        var isTaken =
                isGuess ? words.confirmed().contains(number) : !words.dropped().contains(number);
        var meant = Optional.ofNullable(words.replaced().get(number))
                .map(it -> others.inPlaceOf(said.subject(), it))
                .orElse(said.subject());
        var state = words.turned().contains(number) ? opposite(said.state()) : said.state();
        return new Each(
                number,
                new Heard.Said(said.type(), meant, state, said.fields(), said.words()),
                isGuess,
                isTaken,
                others.than(meant, said.words()));
    }

    private static State opposite(State state) {
        return state == State.TRUE ? State.FALSE : State.TRUE;
    }

    private Known known() {
        var catalogue = catalogues.current();
        var kept = known.filter(it -> it.of() == catalogue);
        if (kept.isEmpty()) {
            var active = plans.active();
            kept = Optional.of(new Known(catalogue, Names.of(active), new OtherThings(active)));
            known = kept;
        }
        return kept.orElseThrow();
    }
}
