package whatnow.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whatnow.notation.CitationForm;
import whatnow.notation.PlaceHolders;

/** Whether what a plan says in one place fits what it says in another. What does not makes it broken. */
final class PlanReferences {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern LEVEL = Pattern.compile("L[1-4]");

    private final PlanText text;
    private final RecoveryPlan plan;
    private final Problems problems;
    private final Set<String> services;
    private final Set<String> tiers;
    private final Set<String> roles;

    PlanReferences(PlanText text, RecoveryPlan plan, PlanLines lines) {
        this.text = text;
        this.plan = plan;
        this.problems = new Problems(text, lines);
        this.services = names(plan.services(), PlannedService::name);
        this.tiers = names(plan.tiers(), ServiceTier::id);
        this.roles = names(plan.contacts(), Contact::role);
    }

    List<PlanProblem> problems() {
        identity();
        RepeatedNames.in(plan, problems);
        services();
        Circles.in(plan.services(), problems);
        waves();
        people();
        strategies();
        losses();
        degradation();
        messages();
        return problems.found();
    }

    private void identity() {
        var id = plan.id().name();
        if (id.isEmpty()) {
            return;
        }
        if (!ID.matcher(id).matches()) {
            problems.add("id", id, "small letters, digits and dashes, at most 40", "Name it like its folder.");
        } else if (!text.plan().isEmpty() && !id.equals(text.plan())) {
            problems.add("id", id, "the name of its folder, " + text.plan(), "Rename one of the two.");
        }
    }

    private void services() {
        for (var i = 0; i < plan.services().size(); i++) {
            var service = plan.services().get(i);
            var path = "services." + i;
            service.tier().ifPresent(it -> known(path + ".tier", it, tiers, "tier"));
            for (var j = 0; j < service.dependsOn().size(); j++) {
                known(path + ".depends-on." + j, service.dependsOn().get(j), services, "service");
            }
            for (var j = 0; j < service.endpoints().size(); j++) {
                WrittenEndpoint.check(
                        path + ".endpoints." + j, service.endpoints().get(j), problems);
            }
            service.values().forEach((place, value) -> place(path + ".values." + place, place, value));
        }
    }

    private void place(String path, String place, String value) {
        if (!PlaceHolders.KNOWN.contains(place)) {
            problems.add(
                    path,
                    place,
                    "a place of a command: "
                            + PlaceHolders.KNOWN.stream().sorted().collect(Collectors.joining(", ")),
                    Nearest.orElse(place, PlaceHolders.KNOWN, "Commands have no such place; use a reference table."));
        }
        if (!value.isEmpty() && !PlaceHolders.mayHold(value)) {
            problems.add(
                    path,
                    value,
                    "letters, digits and . _ : / - only, at most 128",
                    "A value goes into a command that somebody pastes; write it without blanks and quotes.");
        }
    }

    private void waves() {
        for (var i = 0; i < plan.restoration().size(); i++) {
            var wave = plan.restoration().get(i);
            for (var j = 0; j < wave.services().size(); j++) {
                known("restoration." + i + ".services." + j, wave.services().get(j), services, "service");
            }
        }
    }

    private void people() {
        for (var i = 0; i < plan.severities().size(); i++) {
            role("severities." + i + ".lead", plan.severities().get(i).lead());
        }
        for (var i = 0; i < plan.escalation().size(); i++) {
            var step = plan.escalation().get(i);
            var path = "escalation." + i;
            for (var j = 0; j < step.roles().size(); j++) {
                role(path + ".roles." + j, step.roles().get(j));
            }
            if (!step.level().isEmpty() && !LEVEL.matcher(step.level()).matches()) {
                problems.add(
                        path + ".level", step.level(), "L1, L2, L3 or L4", "Map the plan's own level to one of these.");
            }
            section(path + ".article", step.article());
        }
    }

    private void strategies() {
        for (var i = 0; i < plan.strategies().size(); i++) {
            var strategy = plan.strategies().get(i);
            var path = "strategies." + i;
            section(path + ".article", strategy.article());
            for (var j = 0; j < strategy.articles().size(); j++) {
                section(
                        path + ".articles." + j + ".article",
                        strategy.articles().get(j).article());
            }
            for (var j = 0; j < strategy.approvals().size(); j++) {
                role(
                        path + ".approvals." + j + ".role",
                        strategy.approvals().get(j).role());
                role(
                        path + ".approvals." + j + ".deputy",
                        strategy.approvals().get(j).deputy());
            }
        }
    }

    private void losses() {
        plan.lossAcceptance().ifPresent(it -> {
            role("loss-acceptance.role", it.role());
            role("loss-acceptance.deputy", it.deputy());
        });
    }

    private void degradation() {
        if (plan.degradation().isEmpty()) {
            return;
        }
        var tiers = plan.degradation().get().tiers();
        for (var i = 0; i < tiers.size(); i++) {
            section("degradation.tiers." + i + ".article", tiers.get(i).article());
        }
        var known = names(tiers, it -> PlanFormat.word(it.tier()));
        var triggers = plan.degradation().get().triggers();
        for (var i = 0; i < triggers.size(); i++) {
            known(
                    "degradation.triggers." + i + ".tier",
                    PlanFormat.word(triggers.get(i).tier()),
                    known,
                    "tier");
        }
    }

    private void role(String path, String role) {
        known(path, role, roles, "role of contacts");
    }

    private void known(String path, String name, Collection<String> known, String what) {
        if (!name.isEmpty() && !known.contains(name)) {
            problems.add(
                    path,
                    name,
                    "a %s that this plan has".formatted(what),
                    Nearest.orElse(name, known, "Add it, or take one of: " + String.join(", ", known) + "."));
        }
    }

    private void messages() {
        for (var i = 0; i < plan.messages().size(); i++) {
            var template = plan.messages().get(i).template();
            if (!template.isEmpty() && !CitationForm.isArticleOrSection(template)) {
                miscited("messages." + i + ".template", template, "article or article#section");
            }
        }
    }

    private void section(String path, String cited) {
        if (!cited.isEmpty() && !CitationForm.isSection(cited)) {
            miscited(path, cited, "article#section");
        }
    }

    private void miscited(String path, String cited, String expected) {
        problems.add(path, cited, expected, "Write it like regional-failover#steps.");
    }

    private static <T> Set<String> names(List<T> items, Function<T, String> name) {
        return items.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
