package whatnow.signal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whatnow.incident.SymptomKind;
import whatnow.plan.Urgency;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.RuleSources;
import whatnow.rulebook.Spoken;
import whatnow.signal.SymptomProposals.Read;

/** Reads alerts as a server does, without one, and says from which words. */
public final class AlertReadings {

    private static final String BOOK = "symptoms";
    private static final List<String> SEVERITY_LABELS = HowSoon.SEVERITY_LABELS;

    private final RuleSymptomReader reader;

    private AlertReadings(RuleBook book) {
        this.reader = new RuleSymptomReader(() -> book);
    }

    /** @param rules the folder of all books; if it is not there, the rules that ship with the product */
    public static AlertReadings of(Path rules) {
        var folder = rules.resolve(BOOK);
        var sources = Files.isDirectory(folder) ? RuleSources.of(folder) : RuleSources.packed(BOOK);
        return new AlertReadings(RuleBook.compile(BOOK, sources.text()));
    }

    /**
     * What was read in one alert.
     *
     * @param service empty if neither a label nor a word names one
     * @param evidence where the kind stands in the alert, and in which words; empty if nowhere
     * @param urgency with the sender's severity as one voice
     * @param urgencyUnlabelled as if the sender had given no severity
     * @param senders the urgency that the sender's severity means, if the table knows its word
     */
    public record Understood(
            SymptomKind kind,
            Optional<String> service,
            String evidence,
            Urgency urgency,
            Urgency urgencyUnlabelled,
            Optional<Urgency> senders) {

        public boolean isRead() {
            return kind != SymptomKind.OTHER;
        }
    }

    public Understood read(Map<String, String> labels, Map<String, String> annotations) {
        var signal = signal(labels, annotations);
        var alert = Alert.of(signal);
        var reading = reader.read(signal).stream().findFirst();
        var kind = reading.map(Reading::kind).orElse(SymptomKind.OTHER);
        var unlabelled = new TreeMap<>(labels);
        SEVERITY_LABELS.forEach(unlabelled::remove);
        return new Understood(
                kind,
                reading.map(Reading::service).filter(it -> !it.startsWith(SymptomPolicy.UNNAMED)),
                evidence(alert),
                reader.howSoon(alert, kind),
                reader.howSoon(Alert.of(signal(unlabelled, annotations)), kind),
                reader.senders(alert));
    }

    private String evidence(Alert alert) {
        var read = reader.spoken(alert).stream().map(Spoken::statement).toList();
        return SymptomPolicy.kind(read).map(AlertReadings::words).orElse("");
    }

    private static String words(Read.Kind kind) {
        return switch (kind) {
            case Read.Explicit _ -> "label symptom";
            case Read.ByName _ -> "known by its name";
            case Read.ByWords(var found) ->
                found.field().word() + ": " + found.said().stream().collect(Collectors.joining(" "));
        };
    }

    private static Signal signal(Map<String, String> labels, Map<String, String> annotations) {
        return new Signal(
                "file",
                "none",
                Instant.EPOCH,
                Signal.Status.FIRING,
                Optional.empty(),
                sorted(labels),
                sorted(annotations),
                Instant.EPOCH);
    }

    private static SortedMap<String, String> sorted(Map<String, String> texts) {
        return new TreeMap<>(texts);
    }
}
