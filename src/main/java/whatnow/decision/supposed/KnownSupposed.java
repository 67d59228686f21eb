package whatnow.decision.supposed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Beliefs;
import whatnow.incident.Fact;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;

/** What is known already, had it been the opposite or said by a person: in the same terms, whoever said it. */
final class KnownSupposed {

    private final Scene scene;

    KnownSupposed(Scene scene) {
        this.scene = scene;
    }

    Stream<Draft> all() {
        return Stream.concat(
                scene.topics().stream()
                        .filter(it -> isReversible(it.getFirst().type()))
                        .flatMap(this::both),
                cutOff());
    }

    /** What people did or decided is not a fact to be learnt; numbers have values of their own to suppose. */
    private static boolean isReversible(FactType type) {
        return switch (type) {
            case HEALTH_CHECK,
                    REGION_STATUS,
                    ZONE_STATUS,
                    STANDBY,
                    BACKUP,
                    WAL_ARCHIVE,
                    CORRUPTION,
                    INTRUSION,
                    DATA_LOSS,
                    DEPLOYMENT,
                    DEPENDENCY,
                    RUNNING_RECOVERY -> true;
            case SYMPTOM,
                    REPLICATION,
                    LAST_COMMIT_REPLAYED,
                    HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    APPROVAL,
                    OVERRIDE,
                    STEP_DONE,
                    TIER_IN_FORCE,
                    STATUS,
                    ANSWER,
                    NOTE,
                    ARTICLE_FEEDBACK -> false;
        };
    }

    /** That a recovery is under way is done and not learnt; that none is may be learnt. */
    private Stream<Draft> both(List<Fact> said) {
        var leading = Beliefs.leading(said, scene.now());
        return Stream.of(State.TRUE, State.FALSE)
                .filter(it -> leading.type() != FactType.RUNNING_RECOVERY || it == State.FALSE)
                .map(it -> Draft.of(as(it, leading)));
    }

    private Fact as(State state, Fact known) {
        var fields = new TreeMap<String, Object>(known.fields());
        if (known.type() == FactType.HEALTH_CHECK) {
            var checks = known.number("checks").filter(it -> it > 0).orElse(3.0);
            fields.keySet().retainAll(List.of("vantage"));
            fields.put("failures", state == State.TRUE ? 0.0 : checks);
            fields.put("checks", checks);
        }
        if (known.type() == FactType.STANDBY) {
            fields.computeIfPresent("ready", (_, _) -> state == State.TRUE);
        }
        return Supposing.fact(known.type(), known.subject(), state, fields, scene.now());
    }

    /** An observer may be cut off when somebody outside sees that all passes which it sees failing. */
    private Stream<Draft> cutOff() {
        return scene.topics().stream()
                .flatMap(List::stream)
                .filter(it -> it.type() == FactType.HEALTH_CHECK && it.source().kind() == Kind.PROBE)
                .filter(it -> it.believed(scene.now()) != State.UNKNOWN)
                .collect(Collectors.groupingBy(it -> it.source().name(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(it -> it.getValue().size() >= 2)
                .filter(it -> it.getValue().stream().allMatch(one -> one.state() == State.FALSE))
                .map(it -> Draft.of(it.getValue().stream()
                                .map(Fact::subject)
                                .distinct()
                                .map(subject -> Supposing.fact(
                                        FactType.HEALTH_CHECK,
                                        subject,
                                        State.TRUE,
                                        Map.of("vantage", "outside"),
                                        scene.now()))
                                .toArray(Fact[]::new))
                        .saying("it were known that all that %s sees failing passes its checks from outside"
                                .formatted(it.getKey())));
    }
}
