package whatnow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report in words, what was not understood last. */
final class SymptomsText {

    private final SymptomsReport report;
    private final List<String> lines = new ArrayList<>();

    SymptomsText(SymptomsReport report) {
        this.report = report;
    }

    String text() {
        say("%,d alerts", report.alerts());
        say("read to a kind            %s", percent(report.read()));
        say("service or subject found  %s", percent(report.named()));
        urgency();
        report.labelled().ifPresent(this::labelled);
        say("");
        say("source                              alerts     read    named");
        report.bySource()
                .forEach((name, it) ->
                        say("  %-32s  %6d  %s  %s", name, it.alerts(), percent(it.read()), percent(it.named())));
        say("");
        say("kind                                alerts");
        report.byKind().forEach((kind, count) -> say("  %-32s  %6d", kind, count));
        broken();
        say("");
        say(
                "not understood, most frequent first: %d names",
                report.notUnderstood().size());
        report.notUnderstood().forEach(it -> say("  %4d  %s", it.times(), it.what()));
        return String.join("\n", lines) + "\n";
    }

    private void urgency() {
        var urgency = report.urgency();
        say("");
        say(
                "our urgency against the sender's severity (%,d alerts that have one we know)",
                urgency.majority().of());
        agreement("with the label as evidence", urgency.withLabel());
        agreement("with the label hidden", urgency.labelHidden());
        agreement("always the commonest", urgency.majority());
    }

    private void labelled(SymptomsReport.Labelled labelled) {
        say("");
        say("kinds against labels by hand (%,d alerts)", labelled.strict().of());
        agreement("strict", labelled.strict());
        say("  %-28s %s", "a second kind allowed", percent(labelled.lenient()));
        if (labelled.missing() > 0) {
            say("  %d labels are of alerts that are not in the file", labelled.missing());
        }
        labelled.confusions().forEach(it -> say("  %4d  %s", it.times(), it.what()));
        labelled.wrong()
                .forEach(it -> say(
                        "        %s %s: %s read as %s (%s)",
                        it.id(),
                        it.name(),
                        it.right(),
                        it.read(),
                        it.evidence().isEmpty() ? "no evidence" : it.evidence()));
    }

    private void broken() {
        if (!report.unreadable().isEmpty()) {
            say("");
            say("not read: %d", report.unreadable().size());
            report.unreadable().forEach(it -> say("  %s", it));
        }
    }

    private void agreement(String what, Agreement agreement) {
        say("  %-28s %s  macro-F1 %.2f", what, percent(agreement.share()), agreement.macroF1());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%5.1f %%", 100 * share);
    }

    private void say(String line, Object... parts) {
        lines.add(String.format(Locale.ROOT, line, parts));
    }
}
