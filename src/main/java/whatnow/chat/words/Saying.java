package whatnow.chat.words;

import java.time.Instant;
import java.util.List;

/** Turns what a statement says of things into facts. */
final class Saying {

    private final Availability availability;
    private final Symptoms symptoms;
    private final Harm harm;
    private final Changes changes;

    private Saying(Facts facts) {
        this.availability = new Availability(facts);
        this.symptoms = new Symptoms(facts, availability);
        this.harm = new Harm(facts, availability);
        this.changes = new Changes(facts);
    }

    static List<Facts.Each> of(Parsed parsed, String words, Names names, Instant now) {
        var facts = new Facts(parsed, words, names, now);
        var saying = new Saying(facts);
        parsed.predicates().forEach(saying::say);
        return facts.said();
    }

    private void say(Predicate said) {
        switch (said.claim()) {
            case DOWN, UNREACHED, STOPPED -> availability.works(said, said.isDenied());
            case UP -> availability.works(said, said.isSo());
            case READY -> availability.ready(said);
            case LOST, GONE, DELETED -> availability.gone(said);
            case FAILED -> availability.failed(said, said.isSo());
            case RAN -> availability.failed(said, said.isDenied());
            case FLOWS -> availability.flows(said);
            case FAILING -> symptoms.failing(said);
            case CAUGHT_UP -> symptoms.caughtUp(said.isSo());
            case SLOW -> symptoms.slow(said);
            case ERRORS -> symptoms.errors(said.isSo());
            case FULL -> symptoms.full(said);
            case LOAD -> symptoms.load(said.isSo());
            case TAKES -> symptoms.takes();
            case DEPTH -> symptoms.deep(said);
            case LAG -> symptoms.lags(said);
            case CORRUPT -> harm.corrupt(said.isSo(), "since");
            case GARBLED -> harm.garbled(said);
            case FIRST_BAD_WRITE -> harm.firstBadWrite();
            case RANSOMWARE -> harm.intrusion("ransomware", said.isSo());
            case BREACH, STOLEN -> harm.breach(said);
            case INTRUDER -> harm.intruder(said);
            case FIRST_COMPROMISE -> harm.firstCompromise();
            case LOST_DATA -> harm.lostData(said.isSo());
            case SPOILT, ENCRYPTED -> harm.spoilt(said);
            case TRUSTED -> harm.trusted(said);
            case REPLAYED, COMMIT -> changes.replayed();
            case DEPLOYED -> changes.deployed(said.isSo());
            case CHANGED -> changes.changed(said.isSo());
        }
    }
}
