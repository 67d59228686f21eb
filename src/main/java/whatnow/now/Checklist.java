package whatnow.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whatnow.knowledge.Section;
import whatnow.knowledge.Step;
import whatnow.now.NowCard.StepLine;

/** The steps of an article's section, with those that are done. */
final class Checklist {

    private static final int SHOWN = 3;

    private final Section section;
    private final Set<Integer> done;
    private final Map<String, String> values;

    Checklist(Section section, Set<Integer> done, Map<String, String> values) {
        this.section = section;
        this.done = done;
        this.values = values;
    }

    int total() {
        return section.steps().size();
    }

    int done() {
        return (int) section.steps().stream().filter(this::isDone).count();
    }

    /** The next undone ones. A dangerous step comes only together with the check that it needs. */
    List<StepLine> next() {
        var undone = section.steps().stream().filter(it -> !isDone(it)).toList();
        var shown = new ArrayList<>(undone.subList(0, Math.min(SHOWN, undone.size())));
        while (shown.size() > 1 && isSplitFromItsDanger(shown.getLast(), undone, shown.size())) {
            shown.removeLast();
        }
        return shown.stream().map(this::line).toList();
    }

    Optional<String> pointOfNoReturn() {
        return section.steps().stream()
                .filter(it -> it.noReturn().isPresent())
                .map(it ->
                        "step %d: %s".formatted(it.number(), words(it.noReturn().orElseThrow())))
                .findFirst();
    }

    /** The last one shown is the check of a dangerous step that would be cut off. */
    private static boolean isSplitFromItsDanger(Step last, List<Step> undone, int shown) {
        return shown < undone.size()
                && last.command().isPresent()
                && undone.get(shown)
                        .checkFirst()
                        .filter(last.command().get().id()::equals)
                        .isPresent();
    }

    private boolean isDone(Step step) {
        return done.contains(step.number());
    }

    private StepLine line(Step step) {
        var command = step.command().map(it -> Commands.fill(it.text(), values));
        var check = step.checkFirst()
                .flatMap(section::stepOf)
                .flatMap(Step::command)
                .map(it -> Commands.fill(it.text(), values));
        var missing = new ArrayList<String>();
        command.ifPresent(it -> missing.addAll(it.missing()));
        check.ifPresent(it ->
                it.missing().stream().filter(name -> !missing.contains(name)).forEach(missing::add));
        return new StepLine(
                step.number(),
                words(step.title()),
                words(step.text()),
                command.map(Commands.Filled::text),
                command.isPresent() && missing.isEmpty(),
                List.copyOf(missing),
                step.isDangerous(),
                check.map(Commands.Filled::text),
                words(step.expect()),
                words(step.rollback()),
                step.needs().map(this::words),
                step.noReturn().map(this::words));
    }

    private String words(String sentence) {
        return Commands.inWords(sentence, values);
    }
}
