package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.notation.PlaceHolders;
import whatnow.testkit.ShippedArticles;
import whatnow.testkit.Texts;

/** The published schema says the same as the records, so editors and the loader agree. */
class PlanSchemaTest {

    static final String TEXT = read("/static/schema/plan-v1.json");
    static final JsonNode NODE = JsonMapper.shared().readTree(TEXT);
    static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    static final Map<Class<?>, String> DEFINITIONS = Map.ofEntries(
            Map.entry(Stated.class, "stated"),
            Map.entry(Match.class, "match"),
            Map.entry(Target.class, "target"),
            Map.entry(ServiceTier.class, "tier"),
            Map.entry(PlannedService.class, "service"),
            Map.entry(PlannedService.Endpoint.class, "endpoint"),
            Map.entry(SeverityRow.class, "severity-row"),
            Map.entry(PlannedStrategy.class, "strategy"),
            Map.entry(PlannedStrategy.ArticleFor.class, "article-for"),
            Map.entry(PlannedStrategy.Approval.class, "approval"),
            Map.entry(PlannedStrategy.FailoverTarget.class, "failover-target"),
            Map.entry(PlannedStrategy.Automation.class, "automation"),
            Map.entry(Estimate.class, "estimate"),
            Map.entry(FailoverCriteria.class, "failover-criteria"),
            Map.entry(LossApproval.class, "loss-approval"),
            Map.entry(Wave.class, "wave"),
            Map.entry(EscalationStep.class, "escalation-step"),
            Map.entry(Contact.class, "contact"),
            Map.entry(Contact.Person.class, "person"),
            Map.entry(Degradation.class, "degradation"),
            Map.entry(Degradation.TierRow.class, "tier-row"),
            Map.entry(Degradation.TierTrigger.class, "tier-trigger"),
            Map.entry(MessageRow.class, "message"),
            Map.entry(Threshold.class, "threshold"),
            Map.entry(ReferenceRow.class, "reference-row"),
            Map.entry(Disagreement.class, "disagreement"));

    static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(Severity.class, "severity"),
            Map.entry(Urgency.class, "urgency"),
            Map.entry(Importance.class, "importance"),
            Map.entry(ServiceKind.class, "service-kind"),
            Map.entry(Condition.class, "condition"),
            Map.entry(StrategyKind.class, "strategy-kind"),
            Map.entry(Reach.class, "reach"),
            Map.entry(Undo.class, "undo"),
            Map.entry(DegradationTier.class, "degradation-tier"),
            Map.entry(EscalationStep.Trigger.class, "trigger"),
            Map.entry(Threshold.Purpose.class, "purpose"));

    @Test
    void theSmallPlanIsValid() {
        assertThat(errors(PlanYaml.SMALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"freight", "tracktion", "homeostasis", "general"})
    void everyShippedPlanIsValid(String plan) {
        var file = ShippedArticles.FOLDER.resolve("plans").resolve(plan).resolve("plan.yaml");

        assertThat(errors(Texts.read(file))).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    link-window: 10m        | link-windw: 10m
                    title: Ledger\\n        | title: [Ledger]\\n
                    id: ledger              | id: Ledger Plan
                    kind: database          | kind: databse
                    severity: SEV1          | severity: sev1
                    scale: true             | scale: sometimes
                    link-window: 10m        | link-window: ten minutes
                    failures: 3             | failures: 0
                    failures: 3             | failures: three
                    error-rate: 0.5         | error-rate: 50
                    order: 2                | order: 0
                    level: L1\\n            | level: L9\\n
                    article: application-recovery#steps | article: application-recovery
                    aliases: [database]     | aliases: database
                    target: {rto: 30m}      | target: 30m
                    kind: tcp               | kind: udp
                    region: eu-west-1       | regio: eu-west-1
                    database: ledger}       | database: "a b"}
                    source: S9              | # no source
                    """)
    void aBrokenPlanIsNot(String right, String wrong) {
        var text = PlanYaml.with(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));

        assertThat(errors(text)).isNotEmpty();
        assertThat(PlanYaml.problems(text)).isNotEmpty();
    }

    @Test
    void thePlansKeysAreTheRecordsComponents() {
        assertThat(keys(NODE)).isEqualTo(written(RecoveryPlan.class));
        assertThat(required(NODE)).isEqualTo(needed(RecoveryPlan.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void theKeysOfEveryPartAreTheRecordsComponents(Class<?> type) {
        var definition = NODE.path("$defs").path(DEFINITIONS.get(type));

        assertThat(keys(definition)).isEqualTo(written(type));
        assertThat(required(definition)).isEqualTo(needed(type));
        assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
    }

    static Stream<Class<?>> records() {
        return DEFINITIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("enums")
    void theWordsAreTheConstants(Class<?> type) {
        var words = NODE.path("$defs").path(WORDS.get(type)).path("enum");

        assertThat(words.valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(Arrays.stream(type.getEnumConstants())
                        .map(PlanFormat::word)
                        .toList());
    }

    static Stream<Class<?>> enums() {
        return WORDS.keySet().stream();
    }

    @Test
    void thePlacesOfCommandsAreTheLoaders() {
        var places = NODE.at("/$defs/service/properties/values/propertyNames/enum");

        assertThat(places.valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(PlaceHolders.KNOWN);
    }

    @Test
    void everythingIsDescribed() {
        var silent = new TreeMap<String, String>();
        NODE.path("$defs").properties().forEach(definition -> {
            if (!definition.getValue().has("description")) {
                silent.put(definition.getKey(), "");
            }
            definition.getValue().path("properties").properties().forEach(it -> {
                if (!it.getValue().has("description") && !it.getValue().has("$ref")) {
                    silent.put(definition.getKey() + "." + it.getKey(), "");
                }
            });
        });
        assertThat(silent).isEmpty();
    }

    static Set<String> written(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(it -> PlanFormat.isWritten(type, it.getName()))
                .map(it -> PlanFormat.key(it.getName()))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    static Set<String> needed(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(it -> PlanFormat.whenAbsent(type, it).isEmpty())
                .map(it -> PlanFormat.key(it.getName()))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    static Set<String> keys(JsonNode definition) {
        return new TreeSet<>(definition.path("properties").propertyNames());
    }

    static Set<String> required(JsonNode definition) {
        return definition
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    static List<Error> errors(String yaml) {
        var loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(JsonMapper.shared().valueToTree(loaded));
    }

    static String read(String resource) {
        try (InputStream stream = PlanSchemaTest.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
