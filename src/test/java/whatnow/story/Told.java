package whatnow.story;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the product told: one decision and its card, in the words that assertions need. */
record Told(JsonNode card, JsonNode outcome) {

    String severity() {
        return text(outcome, "assessment", "severity");
    }

    String level() {
        return text(outcome, "assessment", "level");
    }

    boolean isAssumed() {
        return outcome.path("assessment").path("assumed").asBoolean();
    }

    String urgency() {
        return text(outcome, "assessment", "urgency");
    }

    String lead() {
        return text(outcome, "assessment", "lead");
    }

    String lastKnown() {
        return text(outcome, "assessment", "lastKnown");
    }

    String strategy() {
        return text(outcome, "choice", "chosen", "kind");
    }

    String target() {
        return text(outcome, "choice", "chosen", "target");
    }

    boolean isForCriticalOnly() {
        return outcome.path("choice").path("chosen").path("criticalOnly").asBoolean();
    }

    /** {@code slug#section} */
    String cites() {
        return text(outcome, "choice", "chosen", "article");
    }

    /** The section whose steps the card shows. */
    String follows() {
        return text(card, "doNow", "article");
    }

    String loss() {
        return text(outcome, "choice", "chosen", "loss");
    }

    String runnerUp() {
        return text(outcome, "choice", "runnerUp", "kind");
    }

    String runnerUpLost() {
        return text(outcome, "choice", "runnerUp", "standing");
    }

    /** Why the runner-up lost, as the card says it. */
    String insteadOfBecause() {
        return text(card, "why", "runnerUp", "lostBecause");
    }

    /** Roles that decide about the chosen strategy. */
    List<String> approvals() {
        return texts(outcome.path("choice").path("chosen").path("gates"), "role");
    }

    /** Questions that stand before the chosen strategy. */
    List<String> gates() {
        return texts(outcome.path("choice").path("chosen").path("gates"), "question");
    }

    List<String> holds() {
        return strings(outcome.path("choice").path("chosen").path("holds"));
    }

    /** Kinds of strategy that are vetoed. */
    List<String> vetoed() {
        return all(outcome.path("choice").path("others"))
                .filter(it -> it.path("standing").asString().equals("VETOED"))
                .map(it -> it.path("kind").asString())
                .toList();
    }

    String tier() {
        return text(card, "tier", "proposed");
    }

    List<String> questions() {
        return texts(outcome.path("questions"), "question");
    }

    /** Levels that are to be called by now. */
    List<String> calledNow() {
        return all(outcome.path("calls"))
                .filter(it -> it.path("dueNow").asBoolean())
                .map(it -> it.path("level").asString())
                .distinct()
                .sorted()
                .toList();
    }

    List<String> rolesCalledNow() {
        return all(outcome.path("calls"))
                .filter(it -> it.path("dueNow").asBoolean())
                .flatMap(it -> strings(it.path("roles")).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Audiences that words are owed to, with their cadence: {@code users PT30M}. */
    List<String> tellings() {
        return all(outcome.path("tellings"))
                .map(it ->
                        (it.path("audience").asString() + " " + it.path("every").asString("")).strip())
                .toList();
    }

    /** Rules that spoke. */
    List<String> rules() {
        return all(outcome.path("reasons"))
                .map(it -> it.path("rule").asString())
                .distinct()
                .toList();
    }

    /** Everything that the card says, to look for what must not be said. */
    String everything() {
        return card.toString();
    }

    private static String text(JsonNode node, String... path) {
        var at = node;
        for (var name : path) {
            at = at.path(name);
        }
        return at.asString("");
    }

    private static List<String> texts(JsonNode array, String field) {
        return all(array)
                .map(it -> it.path(field).asString(""))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return all(array).map(it -> it.asString()).toList();
    }

    private static java.util.stream.Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
