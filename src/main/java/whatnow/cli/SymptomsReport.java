package whatnow.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatnow.cli.Agreement.Pair;
import whatnow.incident.SymptomKind;
import whatnow.plan.Urgency;
import whatnow.signal.AlertReadings;
import whatnow.signal.AlertReadings.Understood;

/**
 * How well the alerts of a file were understood.
 *
 * @param read of all: read to a kind
 * @param named of all: a service or subject was found
 * @param urgency against the sender's severity
 * @param labelled against labels by hand, if there are any
 * @param notUnderstood names, most frequent first
 */
record SymptomsReport(
        int alerts,
        List<String> unreadable,
        double read,
        double named,
        SortedMap<String, Source> bySource,
        SortedMap<SymptomKind, Integer> byKind,
        UrgencyFigures urgency,
        Optional<Labelled> labelled,
        List<Often> notUnderstood) {

    record Source(int alerts, double read, double named) {}

    record UrgencyFigures(Agreement withLabel, Agreement labelHidden, Agreement majority) {}

    /** @param lenient counts a second kind as right that the label allows */
    record Labelled(Agreement strict, double lenient, int missing, List<Often> confusions, List<Wrong> wrong) {}

    record Often(String what, int times) {}

    record Wrong(String id, String name, SymptomKind right, SymptomKind read, String evidence) {}

    private record Both(AlertFile.Entry entry, Understood understood) {}

    static SymptomsReport of(AlertFile file, AlertReadings readings, Optional<KindLabels> labels) {
        var all = file.alerts().stream()
                .map(it -> new Both(it, readings.read(it.labels(), it.annotations())))
                .toList();
        return new SymptomsReport(
                all.size(),
                file.unreadable(),
                share(all, it -> it.understood().isRead()),
                share(all, it -> it.understood().service().isPresent()),
                bySource(all),
                counted(all, it -> it.understood().kind()),
                urgency(all),
                labels.map(it -> labelled(all, it)),
                often(all.stream()
                        .filter(it -> !it.understood().isRead())
                        .map(it -> it.entry().name())
                        .toList()));
    }

    private static SortedMap<String, Source> bySource(List<Both> all) {
        var sources = new TreeMap<String, Source>();
        all.stream()
                .collect(Collectors.groupingBy(it -> it.entry().source()))
                .forEach((source, of) -> sources.put(
                        source,
                        new Source(
                                of.size(),
                                share(of, it -> it.understood().isRead()),
                                share(of, it -> it.understood().service().isPresent()))));
        return sources;
    }

    private static UrgencyFigures urgency(List<Both> all) {
        var withLabel = against(all, Understood::urgency);
        return new UrgencyFigures(
                Agreement.of(withLabel),
                Agreement.of(against(all, Understood::urgencyUnlabelled)),
                Agreement.ofMajority(withLabel));
    }

    private static List<Pair<Urgency>> against(List<Both> all, Function<Understood, Urgency> ours) {
        return all.stream()
                .map(Both::understood)
                .flatMap(it -> it.senders().stream().map(senders -> new Pair<>(senders, ours.apply(it))))
                .toList();
    }

    private static Labelled labelled(List<Both> all, KindLabels labels) {
        var found = all.stream()
                .filter(it -> labels.byId().containsKey(it.entry().id()))
                .toList();
        var pairs = found.stream().map(it -> pair(it, labels)).toList();
        var allowed = found.stream()
                .filter(it -> label(it, labels)
                        .filter(label -> label.kind() == it.understood().kind()
                                || label.also()
                                        .filter(it.understood().kind()::equals)
                                        .isPresent())
                        .isPresent())
                .count();
        var wrong = found.stream()
                .filter(it -> !pair(it, labels).isSame())
                .map(it -> new Wrong(
                        it.entry().id(),
                        it.entry().name(),
                        pair(it, labels).right(),
                        it.understood().kind(),
                        it.understood().evidence()))
                .toList();
        return new Labelled(
                Agreement.of(pairs),
                found.isEmpty() ? 0 : (double) allowed / found.size(),
                labels.byId().size() - found.size(),
                often(wrong.stream()
                        .map(it -> it.right() + " read as " + it.read())
                        .toList()),
                wrong);
    }

    private static Pair<SymptomKind> pair(Both both, KindLabels labels) {
        return new Pair<>(
                label(both, labels).map(KindLabels.Label::kind).orElse(SymptomKind.OTHER),
                both.understood().kind());
    }

    private static Optional<KindLabels.Label> label(Both both, KindLabels labels) {
        return Optional.ofNullable(labels.byId().get(both.entry().id()));
    }

    private static List<Often> often(List<String> names) {
        return names.stream()
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(it -> new Often(it.getKey(), it.getValue().intValue()))
                .toList();
    }

    private static <K extends Comparable<K>> SortedMap<K, Integer> counted(List<Both> all, Function<Both, K> what) {
        return all.stream().collect(Collectors.toMap(what, _ -> 1, Integer::sum, TreeMap::new));
    }

    private static double share(List<Both> all, Function<Both, Boolean> which) {
        return all.isEmpty() ? 0 : (double) all.stream().filter(which::apply).count() / all.size();
    }
}
