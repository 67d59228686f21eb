package whatnow.signal;

import java.util.function.Consumer;
import whatnow.incident.SymptomKind;
import whatnow.plan.Urgency;
import whatnow.signal.SymptomTables.Found;
import whatnow.signal.SymptomTables.KnownName;
import whatnow.signal.SymptomTables.LabelRow;
import whatnow.signal.SymptomTables.Named;
import whatnow.signal.SymptomTables.SenderSays;
import whatnow.signal.SymptomTables.Subject;
import whatnow.signal.SymptomTables.Usual;
import whatnow.signal.SymptomTables.WordsPress;

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

    public void symptom(Found found) {
        said.accept(new Read.ByWords(found));
    }

    /** The alert is about a single instance, so that nothing is said of others. */
    public void oneInstance() {
        said.accept(new Read.OneInstance());
    }

    /** The alert is about all of it, so that no other instance serves. */
    public void allOfIt() {
        said.accept(new Read.AllOfIt());
    }

    public void urgency(Usual row) {
        said.accept(new Read.Soon(Voice.KIND, row.urgency()));
    }

    public void urgency(WordsPress words) {
        said.accept(new Read.Soon(Voice.WORDS, words.urgency()));
    }

    public void urgency(SenderSays row) {
        said.accept(new Read.Soon(Voice.SENDER, row.urgency()));
    }

    /** Nothing is wrong. */
    public void noSymptom() {
        said.accept(new Read.NoSymptom());
    }

    public void service(LabelRow row, Alert alert) {
        said.accept(new Read.Service(alert.label(row.label()), By.LABEL, row.line()));
    }

    /** The label names who watches; better than nothing. */
    public void watcher(LabelRow row, Alert alert) {
        said.accept(new Read.Service(alert.label(row.label()), By.WATCHER, row.line()));
    }

    public void service(Named named) {
        var by = named.isInText() ? By.TEXT : By.EXPRESSION;
        said.accept(new Read.Service(named.service(), by, named.field().ordinal()));
    }

    public void serviceInMetric(Alert alert) {
        Subjects.metric(alert).ifPresent(it -> said.accept(new Read.Service(it, By.METRIC, 0)));
    }

    public void service(Subject subject) {
        said.accept(
                new Read.Service(subject.service(), By.SUBJECT, subject.field().ordinal()));
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

    /** What named a service, the surest first. */
    enum By {
        LABEL,
        TEXT,
        WATCHER,
        EXPRESSION,
        METRIC,
        SUBJECT
    }

    /** Who says how soon it hurts. */
    enum Voice {
        KIND,
        WORDS,
        SENDER
    }

    /** What one rule reads out of an alert. */
    sealed interface Read {

        /** A kind, and how it was found. */
        sealed interface Kind extends Read {

            SymptomKind kind();
        }

        record Explicit(SymptomKind kind) implements Kind {}

        record ByName(SymptomKind kind) implements Kind {}

        record ByWords(Found found) implements Kind {

            @Override
            public SymptomKind kind() {
                return found.row().kind();
            }
        }

        record OneInstance() implements Read {}

        record Soon(Voice voice, Urgency urgency) implements Read {}

        record AllOfIt() implements Read {}

        record NoSymptom() implements Read {}

        record Service(String name, By by, int line) implements Read {}

        record Region(String name, boolean implied, int line) implements Read {}

        record Zone(String name, int line) implements Read {}

        record Value(double value) implements Read {}
    }
}
