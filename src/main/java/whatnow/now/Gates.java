package whatnow.now;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.incident.Fact;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.now.NowCard.GateLine;
import whatnow.plan.Contact;

/** What stands before a strategy: what holds it, who must agree, which question is open. */
final class Gates {

    static List<GateLine> of(Picture picture, Weighed strategy) {
        var held = strategy.holds().stream().map(it -> line("held: " + it));
        var gates = strategy.gates().stream().map(it -> gate(picture, strategy, it));
        return Stream.concat(held, gates).toList();
    }

    private static GateLine gate(Picture picture, Weighed strategy, Gate gate) {
        return gate.role()
                .map(role -> new GateLine(
                        "%s decides (%s)".formatted(picture.title(role), gate.because()),
                        Optional.of(role),
                        contacts(picture, role, gate.deputy()),
                        approver(picture, strategy, gate, role),
                        gate.acceptsTheLoss()))
                .orElseGet(() -> new GateLine(
                        "%s: %s"
                                .formatted(
                                        gate.because(),
                                        gate.question()
                                                .map(it -> asked(picture, it))
                                                .orElse("")),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        true));
    }

    private static GateLine line(String text) {
        return new GateLine(text, Optional.empty(), List.of(), Optional.empty(), false);
    }

    /** The question with what somebody answered: the answer alone opens nothing, the rules look at it. */
    private static String asked(Picture picture, Question question) {
        return question.words()
                + new Asking(picture).words(question).map(it -> " " + it).orElse("");
    }

    private static List<String> contacts(Picture picture, String role, Optional<String> deputy) {
        return Stream.concat(Stream.of(role), deputy.stream())
                .flatMap(it -> picture.plan().contact(it).stream())
                .flatMap(it -> it.primary().stream())
                .map(Gates::contact)
                .distinct()
                .toList();
    }

    private static String contact(Contact.Person person) {
        return person.name()
                + person.phone().or(person::email).map(way -> ", " + way).orElse(", no number named");
    }

    /**
     * Who agreed, by what is believed now: the decision counted it, or it was said since and the decision would count it.
     */
    private static Optional<String> approver(Picture picture, Weighed strategy, Gate gate, String role) {
        return picture.facts().stream()
                .filter(it -> it.type() == FactType.APPROVAL && it.believed(picture.now()) == State.TRUE)
                .filter(it -> it.text("byRole")
                        .filter(by -> by.equals(role)
                                || gate.deputy().filter(by::equals).isPresent())
                        .isPresent())
                .filter(it -> gate.acceptsTheLoss() ? givesUpEnough(it, strategy) : isOfTheStrategy(it, strategy))
                .filter(it -> gate.approved() || it.source().kind() == Kind.PERSON && picture.isNewsSinceDecided(it))
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id))
                .map(it -> it.source().name());
    }

    private static boolean isOfTheStrategy(Fact approval, Weighed strategy) {
        return approval.text("of").filter(strategy.kind().key()::equals).isPresent();
    }

    private static boolean givesUpEnough(Fact approval, Weighed strategy) {
        return strategy.isLossAcceptedBy(approval.text("of").orElse(""), approval.time("lossSince"));
    }

    private Gates() {}
}
