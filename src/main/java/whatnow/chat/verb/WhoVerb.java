package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import whatnow.chat.CardRows;
import whatnow.chat.OnScreen;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.Said;
import whatnow.chat.Usage;
import whatnow.chat.Verb;
import whatnow.now.NowCard;
import whatnow.now.Times;
import whatnow.plan.Contact;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

/** Whom to call. */
@Component
class WhoVerb implements Verb {

    /** {@code who would have thought that redis is down} is no question about people. */
    private static final Pattern ABOUT_PEOPLE = Pattern.compile(
            "(?i)(is|has|owns|leads|decides|to call|do (i|we) call|should (i|we) call|must (i|we) call|on[ -]?call)\\b");

    private static final int MOST = Reply.MOST_ROWS - 1;

    private final OnScreen screen;
    private final Plans plans;

    WhoVerb(OnScreen screen, Plans plans) {
        this.screen = screen;
        this.plans = plans;
    }

    @Override
    public Usage usage() {
        return Usage.looks("who", "who [INC | service]", "Who has it, who leads, and whom to call with their numbers.")
                .alias("oncall", "ic", "contacts");
    }

    @Override
    public boolean takes(String rest) {
        return rest.split("\\s+").length <= 2 || ABOUT_PEOPLE.matcher(rest).lookingAt();
    }

    @Override
    public Reply answer(Said said) {
        var words = said.rest()
                .replaceAll("(?i)^(is |are |has )?(on[ -]?call|on duty)?( for| of)?\\b", "")
                .replace("?", "")
                .strip();
        var number = OnScreen.number(words);
        var named = words.isEmpty() || number.isPresent()
                ? Optional.<RecoveryPlan>empty()
                : plans.active().stream()
                        .filter(it -> it.named(words).isPresent())
                        .findFirst();
        if (named.isPresent()) {
            return ofPlan(named.get(), words);
        }
        var asked = said.withRest(number.orElse(""));
        if (number.isEmpty()
                && said.here().isEmpty()
                && screen.open(said.person()).cards().isEmpty()) {
            return ofPlans();
        }
        return switch (screen.meant(asked, name())) {
            case OnScreen.One one -> ofIncident(one.card());
            case OnScreen.Unclear(Reply reply) -> reply;
        };
    }

    private static Reply ofIncident(NowCard card) {
        var rows = new ArrayList<Row>();
        rows.add(Row.head("%s · %s · led by %s"
                .formatted(
                        card.incident(),
                        card.head().who().map(it -> it + " has it").orElse("nobody has it yet"),
                        card.head().lead())));
        for (var next : card.next()) {
            rows.add(Row.text("%s%s: %s %s"
                    .formatted(
                            next.state(),
                            next.by()
                                    .map(it -> " by " + Times.near(it, card.askedAt()))
                                    .orElse(""),
                            next.level(),
                            next.title())));
            next.contacts().forEach(it -> rows.add(Row.text("  " + it)));
        }
        return reply(rows, !card.isRestricted(), Optional.of(card.incident()), CardRows.version(card));
    }

    private static Reply ofPlan(RecoveryPlan plan, String service) {
        var rows = new ArrayList<Row>();
        var known = plan.named(service).orElseThrow();
        rows.add(Row.head("%s, plan %s%s"
                .formatted(
                        known.name(),
                        plan.id(),
                        known.owner().map(it -> ", owned by " + it).orElse(""))));
        contacts(plan).forEach(rows::add);
        return reply(rows, true, Optional.empty(), "");
    }

    private Reply ofPlans() {
        var rows = new ArrayList<Row>();
        rows.add(Row.head("Nothing is open. The people of the active plans:"));
        for (var plan : plans.active()) {
            if (!plan.id().equals(PlanId.GENERAL)) {
                rows.add(Row.text("Plan " + plan.id()));
                contacts(plan).forEach(rows::add);
            }
        }
        return reply(rows, true, Optional.empty(), "");
    }

    private static Stream<Row> contacts(RecoveryPlan plan) {
        return plan.contacts().stream()
                .filter(it -> !it.external())
                .map(it -> Row.text("%s: %s".formatted(it.title(), people(it))));
    }

    private static String people(Contact contact) {
        var people = Stream.concat(contact.primary().stream(), contact.backup().stream())
                .map(it -> it.name()
                        + it.phone().or(it::email).map(way -> ", " + way).orElse(", no number named"))
                .toList();
        return people.isEmpty() ? "the plan names nobody" : String.join("; ", people);
    }

    private static Reply reply(List<Row> rows, boolean forEverybody, Optional<String> incident, String version) {
        var more = rows.size() > Reply.MOST_ROWS ? rows.subList(MOST, rows.size()) : List.<Row>of();
        var shown = more.isEmpty() ? rows : new ArrayList<>(rows.subList(0, MOST));
        if (!more.isEmpty()) {
            shown.add(Row.note("and %d more lines".formatted(more.size())));
        }
        return new Reply(
                Outcome.ANSWERED,
                forEverybody,
                incident,
                version,
                List.copyOf(shown),
                List.copyOf(more),
                List.of(),
                List.of());
    }
}
