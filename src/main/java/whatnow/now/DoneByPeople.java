package whatnow.now;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.now.NowCard.Opinion;
import whatnow.now.NowCard.Told;

/** What people did and wrote down about an incident, in words. */
final class DoneByPeople {

    private static final int MOST = 6;
    private static final String CALL = "call:";
    private static final String VETO = "veto:";
    private static final String ANSWERED = "answered";

    private final List<Fact> facts;

    DoneByPeople(List<Fact> facts) {
        this.facts = facts;
    }

    /** Newest first. */
    List<Told> newest() {
        return facts.stream()
                .filter(it -> it.state() == State.TRUE)
                .sorted(Comparator.comparing(Fact::observedAt)
                        .thenComparing(Fact::type)
                        .thenComparing(Fact::id)
                        .reversed())
                .flatMap(it -> words(it).stream())
                .limit(MOST)
                .toList();
    }

    /** What was said of articles, newest first. */
    List<Opinion> opinions() {
        return facts.stream()
                .filter(it -> it.type() == FactType.ARTICLE_FEEDBACK && it.state() == State.TRUE)
                .sorted(Comparator.comparing(Fact::observedAt)
                        .thenComparing(Fact::id)
                        .reversed())
                .map(DoneByPeople::opinion)
                .toList();
    }

    private static Opinion opinion(Fact fact) {
        return new Opinion(
                fact.observedAt(),
                fact.source().name(),
                article(fact),
                fact.text("verdict").orElse(""),
                fact.text("note").orElse(""),
                fact.text("draft").filter(it -> it.matches("[0-9]{1,18}")));
    }

    private static Optional<String> article(Fact fact) {
        return fact.text("article")
                .map(it -> it + fact.text("section").map("#"::concat).orElse(""));
    }

    /** Somebody of the level was reached. */
    boolean isAnswered(String level) {
        return lastCall(level).filter(ANSWERED::equals).isPresent();
    }

    boolean isNotReached(String level) {
        return lastCall(level).filter(it -> !it.equals(ANSWERED)).isPresent();
    }

    /**
     * Who overruled the rules, for the top of the card: the last word about each thing, and whether it is followed. A
     * veto is lifted by two, so all who lift one are named.
     *
     * @param settled what the decision says of it; empty where it says nothing or could not know yet
     */
    List<String> overrulings(Instant now, Function<Fact, Optional<String>> settled) {
        var said = facts.stream()
                .filter(it -> it.type() == FactType.OVERRIDE && !isEscalation(it))
                .sorted(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id))
                .toList();
        return said.stream()
                .filter(it -> isOfAVeto(it) || isTheLastWord(it, said))
                .filter(it -> it.believed(now) == State.TRUE)
                .map(it -> isOfAVeto(it) ? lifting(it, settled.apply(it)) : overruling(it, settled.apply(it)))
                .toList();
    }

    private static String overruling(Fact override, Optional<String> settled) {
        return "%s overruled the %s: %s%s, because %s%s"
                .formatted(
                        override.source().name(),
                        override.text("of").orElse("rules"),
                        override.text("to").orElse("not said"),
                        override.text("from")
                                .map(" while the rules said %s"::formatted)
                                .orElse(""),
                        override.text("reason").orElse("not said"),
                        settled.filter(it -> !it.equals(plain(override)))
                                .map(". Not followed: the decision says "::concat)
                                .orElse(""));
    }

    private static String lifting(Fact override, Optional<String> settled) {
        return "%s%s lifts the veto: %s, because %s%s"
                .formatted(
                        override.source().name(),
                        override.text("byRole")
                                .map(it -> " as " + it.replace('_', ' '))
                                .orElse(""),
                        override.text("of").orElse("").substring(VETO.length()).replace('_', ' '),
                        override.text("reason").orElse("not said"),
                        settled.map(". "::concat).orElse(""));
    }

    private static boolean isOfAVeto(Fact override) {
        return override.text("of").filter(it -> it.startsWith(VETO)).isPresent();
    }

    private static boolean isTheLastWord(Fact override, List<Fact> oldestFirst) {
        return oldestFirst.stream()
                .filter(it -> it.text("of").equals(override.text("of")))
                .reduce((_, later) -> later)
                .filter(it -> it.id().equals(override.id()))
                .isPresent();
    }

    /** As decisions write severities and strategies. */
    private static String plain(Fact override) {
        var to = override.text("to").orElse("");
        return override.text("of").filter("severity"::equals).isPresent()
                ? to.toUpperCase(Locale.ROOT).replace("-", "")
                : to.toLowerCase(Locale.ROOT);
    }

    private Optional<String> lastCall(String level) {
        return facts.stream()
                .filter(it -> it.text("about").filter((CALL + level)::equals).isPresent())
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::recordedAt))
                .flatMap(it -> it.text("text"));
    }

    private static boolean isEscalation(Fact fact) {
        return fact.type() == FactType.OVERRIDE
                && fact.text("of").filter("escalation"::equals).isPresent();
    }

    private static Optional<Told> words(Fact fact) {
        return switch (fact.type()) {
            case NOTE ->
                told(
                        fact,
                        fact.text("about")
                                .filter(it -> it.startsWith(CALL))
                                .map(it -> "called %s: %s"
                                        .formatted(
                                                it.substring(CALL.length()),
                                                fact.text("text").orElse("")))
                                .or(() -> fact.text("text")));
            case ACKNOWLEDGEMENT ->
                told(
                        fact,
                        Optional.of("has it"
                                + fact.text("note").map(it -> ": " + it).orElse("")));
            case DECLARATION ->
                told(fact, Optional.of("declared " + fact.text("severity").orElse("the incident")));
            case OVERRIDE ->
                isEscalation(fact)
                        ? told(
                                fact,
                                Optional.of("escalated to %s: %s"
                                        .formatted(
                                                fact.text("to").orElse("the next level"),
                                                fact.text("reason").orElse(""))))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Told> told(Fact fact, Optional<String> text) {
        return text.map(it -> new Told(fact.observedAt(), fact.source().name(), it));
    }
}
