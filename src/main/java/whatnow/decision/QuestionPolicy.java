package whatnow.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import whatnow.decision.Outcome.Asked;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Statement.Ask;
import whatnow.rulebook.Spoken;

/**
 * What to ask a person: first what stands before the chosen strategy, then what rules want to know,
 * then what stands before the runner-up. What may be lost is asked only where the chosen one loses too much.
 */
final class QuestionPolicy {

    static List<Asked> settle(List<Spoken> spoken, Choice choice) {
        var asked = new ArrayList<Asked>();
        choice.chosen().ifPresent(it -> asked.addAll(gates(it)));
        asked.addAll(asks(spoken));
        choice.runnerUp()
                .filter(it -> it.standing() != Standing.ADVISED_AGAINST)
                .ifPresent(it -> gates(it).stream()
                        .filter(one -> one.question() != Question.WHICH_LOSS_IS_ACCEPTABLE)
                        .forEach(asked::add));
        return asked.stream()
                .collect(
                        ArrayList::new,
                        (List<Asked> kept, Asked it) -> {
                            if (kept.stream().noneMatch(other -> other.question() == it.question())) {
                                kept.add(it);
                            }
                        },
                        List::addAll);
    }

    private static List<Asked> gates(Weighed strategy) {
        return strategy.gates().stream()
                .filter(it -> it.question().isPresent())
                .sorted(Comparator.comparing((Gate it) -> it.question().orElseThrow()))
                .map(it -> new Asked(it.question().orElseThrow(), Optional.empty(), List.of(it.because())))
                .toList();
    }

    private static List<Asked> asks(List<Spoken> spoken) {
        var rules = new TreeMap<Question, TreeSet<String>>();
        var subjects = new TreeMap<Question, String>();
        for (var each : spoken) {
            if (each.statement() instanceof Ask ask) {
                rules.computeIfAbsent(ask.question(), _ -> new TreeSet<>()).add(each.rule());
                ask.subject().ifPresent(it -> subjects.merge(ask.question(), it, (a, b) -> a.compareTo(b) < 0 ? a : b));
            }
        }
        return rules.entrySet().stream()
                .map(it -> new Asked(
                        it.getKey(), Optional.ofNullable(subjects.get(it.getKey())), List.copyOf(it.getValue())))
                .toList();
    }

    private QuestionPolicy() {}
}
