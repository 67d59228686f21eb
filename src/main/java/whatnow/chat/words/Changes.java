package whatnow.chat.words;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import whatnow.incident.FactType;

/** What was deployed, and how far a replica has come. */
final class Changes {

    private static final Pattern NOBODY = Pattern.compile("(?i)\\b(nobody|no one|no-one|noone|none of us)\\b");

    private final Facts facts;

    Changes(Facts facts) {
        this.facts = facts;
    }

    void replayed() {
        facts.at()
                .ifPresent(it -> facts.add(
                        FactType.LAST_COMMIT_REPLAYED, facts.where().place(), true, Map.of("at", it.toString())));
    }

    /** {@code nobody changed anything} says that nothing was deployed, {@code nothing changed} does not. */
    void changed(boolean isSo) {
        var isOfOne = facts.where().single().isPresent();
        var isByNobody = NOBODY.matcher(facts.words()).find();
        if (isSo ? isOfOne : isByNobody && isOfOne || facts.words().contains("anything")) {
            deployed(isSo);
        }
    }

    /** What was deployed when nobody says is a question: the fact has a time. */
    void deployed(boolean isSo) {
        var at = isSo ? at() : Optional.<Instant>empty();
        var fields = new TreeMap<String, Object>();
        at.ifPresent(it -> fields.put("at", it.toString()));
        fields.put("what", facts.words());
        var isVague = isSo && at.isEmpty() || facts.where().isVague();
        facts.where().subjects().forEach(it -> facts.add(FactType.DEPLOYMENT, it, isSo, fields, isVague));
    }

    private Optional<Instant> at() {
        return facts.at().or(() -> facts.parsed().amounts().isJustNow() ? Optional.of(facts.now()) : Optional.empty());
    }
}
