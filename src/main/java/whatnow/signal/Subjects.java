package whatnow.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import whatnow.signal.SymptomTables.Addressed;
import whatnow.signal.SymptomTables.Fact;
import whatnow.signal.SymptomTables.Named;

/** Whose alert it is, by its texts and its expression. */
final class Subjects {

    private static final Pattern THE_SERVICE =
            Pattern.compile("\\bthe ([A-Za-z][A-Za-z0-9_.-]{1,60}) service\\b", Pattern.CASE_INSENSITIVE);

    /** A name in quotes, or one with a sign that no plain word has. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:service|deployment|statefulset|daemonset|cronjob|application|app|cluster|database|topic|queue) "
                    + "(?:[\"'`]([A-Za-z0-9][\\w./-]{1,80})[\"'`]|([A-Za-z][A-Za-z0-9]*[-_/][\\w./-]{1,80}\\w))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:service|service_name|app|application|job|type|deployment|container)\\s*=\\s*\"([A-Za-z][\\w./-]{1,80})\"");

    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9]{2,30})[_:][a-z]");

    /** A machine's address with or without a port; a service has a name. */
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b|\\b(?:instance|node|host|pod|server|machine|VM)s? [\"'`(\\[]?[a-z][a-z0-9-]*\\d"
                    + "|\\bon [a-z][a-z-]*\\d+(?:\\.[a-z][a-z-]*)*\\b");

    /** The states of a machine's own services and processes, and queries that count by machine. */
    private static final Pattern OF_A_MACHINE = Pattern.compile(
            "systemd_unit|windows_service|namedprocess|supervisor|procstat|\\b(?:service_state|service\\.info|proc\\.num)\\["
                    + "|(?<!\\.)\\bby ?\\([^()]*\\b(?:host|hostname|node|nodename|server|device)\\b");

    private static final Set<String> ANYBODY = Set.of(
            "this",
            "that",
            "same",
            "whole",
            "entire",
            "affected",
            "web",
            "external",
            "respective",
            "underlying",
            "systemd");

    /** What every machine, cluster or program has. */
    private static final Set<String> EVERYWHERE = Set.of(
            "node",
            "kube",
            "container",
            "host",
            "http",
            "process",
            "job",
            "cpu",
            "memory",
            "disk",
            "service",
            "up",
            "instance",
            "high",
            "cluster",
            "probe",
            "network",
            "rate",
            "sum",
            "count",
            "absent",
            "last",
            "blackbox",
            "check");

    /** What one part of an alert says of whose it is, and of which machine. */
    static List<Fact> in(Field field, String text) {
        var facts = new ArrayList<Fact>();
        switch (field) {
            case SUMMARY, DESCRIPTION -> {
                Stream.concat(theService(text), named(text)).limit(1).forEach(it -> facts.add(new Named(field, it)));
                if (ADDRESS.matcher(text).find()) {
                    facts.add(new Addressed(field));
                }
            }
            case EXPRESSION -> {
                ASKED.matcher(text).results().limit(1).forEach(it -> facts.add(new Named(field, it.group(1))));
                if (OF_A_MACHINE.matcher(text).find()) {
                    facts.add(new Addressed(field));
                }
            }
            case NAME, METRIC -> {}
        }
        return facts;
    }

    static Optional<String> metric(Alert alert) {
        var words = Alert.words(alert.name());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var first = words.iterator().next();
        return METRIC.matcher(alert.text(Field.EXPRESSION).toLowerCase(Locale.ROOT))
                .results()
                .map(it -> it.group(1))
                .filter(it -> it.equals(first) && !EVERYWHERE.contains(it))
                .findFirst();
    }

    private static Stream<String> theService(String text) {
        return THE_SERVICE
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !ANYBODY.contains(it.toLowerCase(Locale.ROOT)))
                .limit(1);
    }

    private static Stream<String> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .limit(1);
    }

    private Subjects() {}
}
