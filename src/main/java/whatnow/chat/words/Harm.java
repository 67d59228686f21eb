package whatnow.chat.words;

import java.util.Map;
import java.util.TreeMap;
import whatnow.incident.FactType;
import whatnow.incident.Subject;

/** Data that is corrupt or gone, backups that are spoilt, and people inside who should not be. */
final class Harm {

    /** Said of a service they may mean anything: {@code postgres is a mess}. */
    private static final String[] LOOSE = {"wrong", "broken", "mess", "impossible", "duff", "dodgy", "incorrect"};

    private final Facts facts;
    private final Parsed parsed;
    private final Availability availability;

    Harm(Facts facts, Availability availability) {
        this.facts = facts;
        this.parsed = facts.parsed();
        this.availability = availability;
    }

    void corrupt(boolean isSo, String field) {
        if (parsed.names(Topic.BACKUP)) {
            facts.addOfService(FactType.BACKUP, !isSo);
        } else {
            var isOfAnother = field.equals("since") && parsed.says(Claim.FIRST_BAD_WRITE);
            var fields = isSo && !isOfAnother ? facts.time(field) : Map.<String, Object>of();
            facts.add(FactType.CORRUPTION, facts.where().service(), isSo, fields);
        }
    }

    void garbled(Predicate said) {
        var isStored = facts.where().isStore() && !said.has(LOOSE);
        if (isOfData(said) || parsed.names(Topic.BACKUP) || isStored) {
            corrupt(said.isSo(), "since");
        }
    }

    /** {@code totals are wrong}, {@code wrong totals}; but not {@code spelt wrong on page 4}. */
    private boolean isOfData(Predicate said) {
        return parsed.things().stream()
                .anyMatch(it -> it.is(Topic.DATA) && (!said.has(LOOSE) || it.at() <= said.at() + 1));
    }

    void firstBadWrite() {
        if (facts.at().isPresent()) {
            corrupt(true, "firstBadWrite");
        }
    }

    void lostData(boolean isSo) {
        facts.addOfService(FactType.DATA_LOSS, isSo);
    }

    void breach(Predicate said) {
        if (said.claim() == Claim.BREACH || parsed.names(Topic.DATA) || parsed.names(Topic.BACKUP)) {
            intrusion("breach", said.isSo());
        }
    }

    void intruder(Predicate said) {
        if (parsed.names(Topic.BACKUP) && said.has("comprom")) {
            spoilt(said);
        } else {
            intrusion("access", said.isSo());
        }
    }

    void intrusion(String kind, boolean isSo) {
        var fields = new TreeMap<String, Object>(isSo ? facts.time("firstCompromise") : Map.of());
        fields.put("kind", kind);
        facts.add(FactType.INTRUSION, Subject.NOTHING, isSo, fields);
    }

    void firstCompromise() {
        if (facts.at().isPresent()) {
            facts.add(FactType.INTRUSION, Subject.NOTHING, true, facts.time("firstCompromise"));
        }
    }

    /** Encrypted machines and files are ransomware; so are encrypted data of a service. */
    void spoilt(Predicate said) {
        if (parsed.names(Topic.BACKUP) || said.has("restor")) {
            facts.addOfService(FactType.BACKUP, said.isDenied());
        } else if (facts.part().isPresent() && said.claim() == Claim.SPOILT) {
            availability.partWorks(facts.part().get(), said.isDenied());
        } else if (said.has("compromised", "infected", "backdoored") && !parsed.names(Topic.DATA)) {
            intrusion("access", said.isSo());
        } else if (said.claim() == Claim.ENCRYPTED && said.isSo() && parsed.hasThings()) {
            intrusion("ransomware", true);
        }
    }

    void trusted(Predicate said) {
        if (parsed.names(Topic.BACKUP) || said.has("restor")) {
            facts.addOfService(FactType.BACKUP, said.isSo());
        } else if (parsed.names(Topic.DATA)) {
            corrupt(said.isDenied(), "since");
        } else if (said.has("comprom")) {
            intrusion("access", said.isDenied());
        }
    }
}
