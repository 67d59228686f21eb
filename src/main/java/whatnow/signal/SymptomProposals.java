package whatnow.signal;

import java.util.List;
import java.util.function.Consumer;
import whatnow.incident.SymptomKind;
import whatnow.signal.SymptomTables.KnownName;
import whatnow.signal.SymptomTables.LabelRow;
import whatnow.signal.SymptomTables.Words;

/** The words that rules have about signals. A rule says only what it reads; {@link SymptomPolicy} picks. */
public final class SymptomProposals {

    private final Consumer<Object> said;

    SymptomProposals(Consumer<Object> said) {
        this.said = said;
    }

    /** The alert says its symptom itself. */
    public void symptom(Alert alert) {
        alert.explicit().ifPresent(it -> said.accept(new Read.Explicit(it)));
    }

    public void symptom(KnownName row) {
        said.accept(new Read.ByName(row.kind()));
    }

    public void symptom(Words row) {
        said.accept(new Read.ByWords(row.kind(), row.words(), row.line()));
    }

    /** What the words say of a single instance. */
    public void symptomOfOne(Words row) {
        row.ofOne().ifPresent(it -> said.accept(new Read.ByWords(it, row.words(), row.line())));
    }

    /** What the name of the metric says behind the alert. */
    public void symptomOfMetric(Words row) {
        said.accept(new Read.ByMetric(row.kind(), row.words(), row.line()));
    }

    /** Nothing is wrong. */
    public void noSymptom() {
        said.accept(new Read.NoSymptom());
    }

    public void service(LabelRow row, Alert alert) {
        said.accept(new Read.Service(alert.label(row.label()), false, row.line()));
    }

    /** The label names who watches; better than nothing. */
    public void watcher(LabelRow row, Alert alert) {
        said.accept(new Read.Service(alert.label(row.label()), true, row.line()));
    }

    public void region(LabelRow row, Alert alert) {
        said.accept(new Read.Region(alert.label(row.label()), false, row.line()));
    }

    /** The region that the zone's name begins with. */
    public void regionOfZone(LabelRow row, Alert alert) {
        Place.regionOf(alert.label(row.label())).ifPresent(it -> said.accept(new Read.Region(it, true, row.line())));
    }

    public void zone(LabelRow row, Alert alert) {
        said.accept(new Read.Zone(alert.label(row.label()), row.line()));
    }

    public void value(Alert alert) {
        alert.measured().ifPresent(it -> said.accept(new Read.Value(it)));
    }

    /** What one rule reads out of an alert. */
    sealed interface Read {

        /** A kind, and how it was found. */
        sealed interface Kind extends Read {

            SymptomKind kind();
        }

        record Explicit(SymptomKind kind) implements Kind {}

        record ByName(SymptomKind kind) implements Kind {}

        record ByWords(SymptomKind kind, List<String> words, int line) implements Kind {}

        record ByMetric(SymptomKind kind, List<String> words, int line) implements Kind {}

        record NoSymptom() implements Read {}

        record Service(String name, boolean watcher, int line) implements Read {}

        record Region(String name, boolean implied, int line) implements Read {}

        record Zone(String name, int line) implements Read {}

        record Value(double value) implements Read {}
    }
}
