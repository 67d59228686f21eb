package whatnow.decision.supposed;

import static whatnow.decision.supposed.Supposing.service;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import whatnow.decision.Beliefs;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;

/** Data corrupt, lost or in a stranger's hands, and whether there is anything to restore it from. */
final class DataSupposed {

    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private final Scene scene;

    DataSupposed(Scene scene) {
        this.scene = scene;
    }

    Stream<Draft> all() {
        return Stream.of(corruption(), intrusion(), loss(), backups(), walArchive())
                .flatMap(it -> it);
    }

    private Stream<Draft> corruption() {
        var databases = scene.databases().stream().map(it -> it.name());
        return Stream.concat(databases, showing(SymptomKind.CORRUPT).map(Symptom::service))
                .distinct()
                .flatMap(it -> Stream.of(
                        Draft.of(besides(FactType.CORRUPTION, service(it), Map.of())),
                        Draft.of(besides(FactType.CORRUPTION, service(it), Map.of("firstBadWrite", ago()))),
                        Draft.of(besides(FactType.CORRUPTION, service(it), Map.of("catastrophic", true))),
                        Draft.of(said(FactType.CORRUPTION, service(it), State.FALSE, Map.of()))));
    }

    private Stream<Draft> intrusion() {
        return Stream.of("access", "ransomware", "breach").flatMap(kind -> {
            var fields = Map.of("kind", kind);
            var dated = Map.of("kind", kind, "firstCompromise", ago());
            return subjects(FactType.INTRUSION)
                    .flatMap(it -> Stream.of(
                            Draft.of(besides(FactType.INTRUSION, it, fields)),
                            Draft.of(besides(FactType.INTRUSION, it, dated)),
                            Draft.of(said(FactType.INTRUSION, it, State.FALSE, fields))));
        });
    }

    private Stream<Draft> loss() {
        return Stream.concat(
                        subjects(FactType.DATA_LOSS),
                        showing(SymptomKind.DATA_LOSS).map(it -> service(it.service())))
                .distinct()
                .flatMap(it -> Stream.of(
                        Draft.of(said(FactType.DATA_LOSS, it, State.TRUE, Map.of())),
                        Draft.of(said(FactType.DATA_LOSS, it, State.FALSE, Map.of()))));
    }

    private Stream<Draft> backups() {
        var verified =
                Map.of("level", "full", "takenAt", ago(), "coversUntil", ago(), "verifiedAt", ago(), "how", "restored");
        var one = databases().map(it -> Draft.of(said(FactType.BACKUP, it, State.TRUE, verified)));
        var place = subjects(FactType.BACKUP)
                .flatMap(it -> Stream.of(
                        Draft.of(said(FactType.BACKUP, it, State.FALSE, Map.of())),
                        Draft.of(said(FactType.BACKUP, it, State.TRUE, Map.of()))));
        return Stream.concat(one, place);
    }

    private Stream<Draft> walArchive() {
        var known = subjects(FactType.WAL_ARCHIVE).filter(it -> !it.equals(Subject.NOTHING));
        return Stream.concat(known, databases())
                .distinct()
                .flatMap(it -> Stream.of(
                        Draft.of(said(
                                FactType.WAL_ARCHIVE,
                                it,
                                State.TRUE,
                                Map.of("coversUntil", scene.outcome().promise().startedAt()))),
                        Draft.of(said(
                                FactType.WAL_ARCHIVE,
                                it,
                                State.FALSE,
                                besides(FactType.WAL_ARCHIVE, it, Map.of()).fields())),
                        Draft.of(said(FactType.WAL_ARCHIVE, it, State.TRUE, Map.of("gapFrom", ago())))));
    }

    private Stream<Subject> databases() {
        return scene.databases().stream().map(it -> service(it.name()));
    }

    /** What is spoken of already, in the same terms; else the whole plan. */
    private Stream<Subject> subjects(FactType type) {
        var known = scene.inputs().facts().stream()
                .filter(it -> it.type() == type)
                .map(Fact::subject)
                .distinct()
                .toList();
        return known.isEmpty() ? Stream.of(Subject.NOTHING) : known.stream();
    }

    private Stream<Symptom> showing(SymptomKind kind) {
        return scene.symptoms().stream().filter(it -> it.kind() == kind);
    }

    private java.time.Instant ago() {
        return scene.now().minus(A_WHILE);
    }

    private Fact said(FactType type, Subject subject, State state, Map<String, ?> fields) {
        return Supposing.fact(type, subject, state, fields, scene.now());
    }

    /** What is known of it besides stays known. */
    private Fact besides(FactType type, Subject subject, Map<String, ?> more) {
        var bare = said(type, subject, State.TRUE, more);
        var fields = new TreeMap<String, Object>();
        var known = scene.said(bare);
        if (!known.isEmpty()) {
            fields.putAll(Beliefs.leading(known, scene.now()).fields());
        }
        fields.putAll(more);
        return said(type, subject, State.TRUE, fields);
    }
}
