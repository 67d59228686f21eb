package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PlanCheckTest {

    /** What the small plan leaves out, and means to. */
    static final List<String> OF_THE_SMALL_PLAN = findings(PlanYaml.SMALL);

    @TempDir
    Path knowledge;

    @ParameterizedTest(name = "{2}")
    @MethodSource("contradictions")
    void whatContradictsOrIsMissingIsFoundOnce(String right, String wrong, String finding) {
        assertThat(OF_THE_SMALL_PLAN).doesNotContain("ledger/" + finding);

        assertThat(findings(PlanYaml.with(right, wrong))).containsOnlyOnce("ledger/" + finding);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                // services and tiers
                change("services: [network, ledger-db]", "services: [ledger-db]", "never-restored/network"),
                change("tiers:\n", "tiers:\n  - {id: tier_2, title: Second}\n", "tier-without-services/tier_2"),
                change("    tier: tier_1\n", "", "service-without-tier/ledger-api"),
                change("standby: hot_standby\n", "runs-on: [rds, compose]\n", "several-platforms/ledger-db"),
                change(
                        "title: Network\n    kind: network",
                        "title: Network\n    kind: external",
                        "external-without-fallback/network"),
                change("target: {rto: 30m}", "target: {rto: 2h}", "looser-than-promised/ledger-api"),
                change("target: {rto: 30m}", "target: {rpo: 10m}", "looser-than-promised/ledger-api"),
                change(
                        "  - name: network\n",
                        "  - {name: power, title: Power, kind: compute, importance: high}\n  - name: network\n    target: {rto: 5m}\n    depends-on: [power]\n",
                        "needs-slower/network/power"),
                change(
                        "target: {rto: 4h, rpo: 15m",
                        "target: {rto: 4h, rpo: 15m, stated: [{says: a}, {says: b}]",
                        "target-stated-twice/plan"),
                // orders and times
                change(
                        "services: [network, ledger-db]",
                        "services: [ledger-db, network]",
                        "restored-before-what-it-needs/ledger-db/network"),
                change(
                        "services: [ledger-api], parallel",
                        "services: [ledger-api, network], parallel",
                        "restored-twice/network"),
                change(
                        "services: [network, ledger-db], parallel: false",
                        "services: [network, ledger-db], parallel: true",
                        "restored-beside-what-it-needs/ledger-db/network"),
                change(
                        "parallel: true, timeout: 10m",
                        "parallel: true, timeout: 25m",
                        "waves-slower-than-target/ledger-api"),
                change("parallel: true, timeout: 10m", "parallel: true", "waves-without-time"),
                change("estimate: {up-to: 30m", "estimate: {up-to: 5h", "estimate-exceeds-target/restart"),
                change("    estimate: {up-to: 30m, measured: false}\n", "", "strategies-without-estimate"),
                change("reference:\n", "reference:\n" + STANDBYS, "standby-over-serves/ledger-db"),
                change("reference:\n", "reference:\n" + STANDBYS, "waves-slower-than-standby/ledger-api"),
                change(
                        "reference:\n",
                        "reference:\n" + STANDBYS.replace("5 min", "45 min"),
                        "standby-too-slow/ledger-api"),
                change("reference:\n", "reference:\n" + SEQUENCE, "dns-before-services/failover_sequence"),
                change("reference:\n", "reference:\n" + SEQUENCE, "dns-before-promotion/failover_sequence"),
                change("reference:\n", "reference:\n" + SEQUENCE, "promotion-without-fence/failover_sequence"),
                change(
                        "reference:\n",
                        "reference:\n" + LAYERS,
                        "two-orders-disagree/databases-before-application-services"),
                change(
                        "reference:\n",
                        "reference:\n  data:\n    - {id: database, title: D, values: {replication: synchronous}}\n",
                        "synchronous-yet-gated-by-lag/database"),
                change("strategies:\n", "strategies:\n" + FAILOVER, "no-way-back"),
                change("strategies:\n", "strategies:\n" + FAILOVER, "failover-to-nowhere"),
                change("strategies:\n", "strategies:\n" + FAILOVER, "automatic-without-flap-guard"),
                change("strategies:\n", "strategies:\n" + FAILOVER, "losses-accepted-by-nobody"),
                change(
                        "strategies:\n",
                        "loss-acceptance: {role: dr_team_lead, deputy: dr_team_lead}\nstrategies:\n",
                        "deputy-is-the-decider/loss-acceptance"),
                change("strategies:\n", "strategies:\n" + FAILOVER, "approved-by-nobody/regional_failover"),
                change("strategies:\n", "strategies:\n" + FAILOVER, "no-point-of-no-return/regional_failover"),
                change(
                        "undo: easy\n",
                        "undo: easy\n    targets: [{region: mars}]\n",
                        "target-where-nothing-runs/restart/mars"),
                change(
                        "undo: easy\n",
                        "undo: easy\n    approvals: [{role: dr_team_lead, deputy: dr_team_lead, because: x}]\n",
                        "deputy-is-the-decider/restart"),
                // people
                change("    backup: {name: B, phone: \"+1-555-0002\"}\n", "", "no-deputy/dr_team_lead"),
                change("+1-555-0002", "+1-555-0001", "shared-phone/dr_team_lead"),
                change("phone: \"+1-555-0001\"", "email: a@b.example", "no-phone/dr_team_lead"),
                change("contacts:\n", "contacts:\n  - {role: cto, title: CTO}\n", "nobody-named/cto"),
                change("after: 0s", "after: 30m", "leader-called-late/dr_team_lead/SEV1"),
                change("after: 0s", "after: 30m", "nobody-called-at-once/SEV1"),
                change(
                        "severities: [SEV1, UNKNOWN]",
                        "severities: [SEV2, UNKNOWN]",
                        "leader-never-called/dr_team_lead/SEV1"),
                change("level: L1\n", "level: L3\n", "escalation-level-missing/L2"),
                change(
                        "messages:\n",
                        "messages:\n  - {audience: team, first: 0s, every: 30m, outside: false, template: status-update}\n",
                        "update-cadences-differ"),
                change("tiers: [minor], channels", "tiers: [severe], channels", "tier-without-message/minor"),
                change("audience: users", "audience: team", "users-never-told"),
                // scales and limits
                change(
                        "severities:\n",
                        "severities:\n  - {condition: region_lost, severity: SEV2, urgency: now, lead: dr_team_lead}\n",
                        "severity-stated-twice/region_lost"),
                change("severities:\n", "severities:\n" + UPSIDE_DOWN, "degraded-graver-than-down/high"),
                change("severities:\n", "severities:\n" + UPSIDE_DOWN, "levels-rise-with-gravity"),
                change("urgency: now, lead", "urgency: now, assumed: true, lead", "severities-assumed"),
                change(
                        "thresholds:\n",
                        "thresholds:\n  - {metric: response_ms, purpose: failover, limit: 5000, unit: ms, below: true}\n",
                        "threshold-differs/response"),
                change(
                        "thresholds:\n",
                        "thresholds:\n  - {metric: recovery_seconds, purpose: drill, limit: 300, unit: s, below: true}\n",
                        "drill-judged-otherwise/recovery_seconds"),
                change(
                        "- {condition: external_unavailable, tier: minor}",
                        "- {condition: external_unavailable, tier: normal}",
                        "tier-never-entered/minor"),
                change(
                        "response: less, article",
                        "response: less, switched-off: [big reports], article",
                        "feature-of-no-service/big-reports"),
                change(
                        "- {tier: minor, response: less, article: degrade-features#steps}\n  triggers:\n    - {condition: external_unavailable, tier: minor}",
                        "",
                        "tier-left-out/minor"),
                // what the plan itself records
                change("- id: two-times", "- id: three-times", "disagreement/three-times"),
                change("reference:\n", "reference:\n  gaps:\n    - {id: phones, title: No phones}\n", "gap/phones"),
                change(
                        "reference:\n",
                        "reference:\n  defects:\n    - {id: curl, title: One curl decides}\n",
                        "defect/curl"),
                change("every: continuous", "every: bi_annually", "word-with-two-meanings/backups/wal"),
                change(
                        "every: continuous}",
                        "every: continuous}, stated: [{says: a}, {says: b}]",
                        "row-stated-twice/backups/wal"));
    }

    static final String STANDBYS = """
              standby_kinds:
                - {id: hot_standby, title: Hot, values: {rto: under 5 min}}
                - {id: warm_standby, title: Warm, values: {rto: under 50 min}}
            """;

    static final String SEQUENCE = """
              failover_sequence:
                - {id: "1", title: Confirm}
                - {id: "2", title: Change DNS}
                - {id: "3", title: Promote the database}
                - {id: "4", title: Start services}
            """;

    static final String LAYERS = """
              restoration_by_layer:
                - {id: "1", title: application_services}
                - {id: "2", title: databases}
            """;

    static final String FAILOVER = """
              - kind: regional_failover
                title: Away
                reach: region
                undo: hard
                article: regional-failover#steps
                automation: {does: moves, within: 5m}
            """;

    static final String UPSIDE_DOWN = """
              - {condition: service_degraded, importance: high, level: L2, severity: SEV3, urgency: now, lead: dr_team_lead}
              - {condition: service_unavailable, importance: high, level: L1, severity: SEV4, urgency: now, lead: dr_team_lead}
            """;

    @Test
    void findingsNameFileLineAndRows() {
        var text = PlanYaml.with("phone: \"+1-555-0002\"}", "phone: \"+1-555-0001\"}\n    rows: [S9-07]");
        var taken = (PlanReader.Taken) PlanYaml.read(text, "");

        assertThat(PeopleFindings.of(new CheckedPlan(taken.plan(), taken.lines())))
                .filteredOn(it -> it.id().equals("ledger/shared-phone/dr_team_lead"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.file()).isEqualTo("plan.yaml");
                    assertThat(it.line()).isEqualTo(PlanYaml.lineOf(text, "- role: dr_team_lead"));
                    assertThat(it.rows()).containsExactly("S9-07");
                    assertThat(it.what()).contains("(dr_team_lead)", "share one phone");
                    assertThat(it.todo()).isNotBlank();
                });
    }

    @Test
    void aScaleThatRisesBesideOneThatFallsIsNamed() {
        var text = PlanYaml.with("tiers:\n", "tiers:\n  - {id: tier_0, title: Zero}\n")
                .replace(
                        "escalation:\n",
                        "escalation:\n"
                                + PlanYaml.SMALL
                                        .substring(
                                                PlanYaml.SMALL.indexOf("  - level: L1"),
                                                PlanYaml.SMALL.indexOf("contacts:"))
                                        .replace("L1", "L2"));

        assertThat(findings(text)).contains("ledger/scales-point-both-ways");
    }

    @Test
    void onlyWhatIsNewOrGoneAsksForAttention() throws IOException {
        write("plans/ledger/plan.yaml", PlanYaml.SMALL);
        var first = PlanCheck.run(knowledge);
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.fresh()).isEqualTo(first.findings()).isNotEmpty();
        assertThat(first.text()).contains("NEW    ledger/disagreement/two-times", "plan.yaml:", "[S9");

        know(first.findings().stream().map(PlanFinding::id).toList());
        var second = PlanCheck.run(knowledge);
        assertThat(second.exitCode()).isZero();
        assertThat(second.text()).contains("known  ledger/", " 0 new, 0 gone").doesNotContain("NEW");

        write("plans/ledger/plan.yaml", PlanYaml.with("- id: two-times", "- id: three-times"));
        var third = PlanCheck.run(knowledge);
        assertThat(third.exitCode()).isEqualTo(1);
        assertThat(third.fresh()).extracting(PlanFinding::id).containsExactly("ledger/disagreement/three-times");
        assertThat(third.vanished()).containsExactly("ledger/disagreement/two-times");
        assertThat(third.text()).contains("GONE  ledger/disagreement/two-times", "1 new, 1 gone");
    }

    @Test
    void theReportIsJsonToo() throws IOException {
        write("plans/ledger/plan.yaml", PlanYaml.SMALL);
        var report = PlanCheck.run(knowledge);

        var json = JsonMapper.shared().readTree(report.json());

        assertThat(json.path("findings").size()).isEqualTo(report.findings().size());
        assertThat(json.at("/findings/0/id").asString())
                .isEqualTo(report.findings().getFirst().id());
        assertThat(json.at("/findings/0/line").asInt()).isPositive();
        assertThat(json.path("fresh").size()).isEqualTo(report.fresh().size());
        assertThat(json.path("vanished").isEmpty()).isTrue();
    }

    @Test
    void aBrokenPlanIsAFindingThatIsNeverKnown() throws IOException {
        write("plans/ledger/plan.yaml", PlanYaml.with("kind: database", "kind: databse"));

        assertThat(PlanCheck.run(knowledge).fresh()).singleElement().satisfies(it -> {
            assertThat(it.id()).startsWith("ledger/broken/");
            assertThat(it.what()).contains("databse");
        });
    }

    @Test
    void articlesAndSectionsThatDoNotExistAreNamed() throws IOException {
        write("plans/ledger/plan.yaml", PlanYaml.SMALL);
        write("runbooks/application-recovery.md", "# A\n\n## Steps {#steps}\n");
        write("runbooks/degrade-features.md", "# D\n\n## When {#when}\n");

        assertThat(PlanCheck.run(knowledge).findings())
                .extracting(PlanFinding::id)
                .contains("ledger/article-missing/degrade-features#steps")
                .doesNotContain("ledger/article-missing/application-recovery#steps");
    }

    @Test
    void gapsOfTheDefaultsAreToldOnceAndNotForEveryPlan() throws IOException {
        write("plans/ledger/plan.yaml", PlanYaml.SMALL);
        write("plans/defaults.yaml", "reference:\n  shared_gaps:\n    - {id: lessons, title: No lessons}\n");

        assertThat(PlanCheck.run(knowledge).findings())
                .extracting(PlanFinding::id)
                .contains("defaults/gap/lessons")
                .doesNotContain("ledger/gap/lessons");
    }

    @Test
    void aListOfKnownFindingsThatCannotBeReadIsSaid() throws IOException {
        write("plans/ledger/plan.yaml", PlanYaml.SMALL);
        write("plans/plan-findings.yaml", "findings:\n  - {id: x, plam: y, why: z}\n");

        assertThatIOException().isThrownBy(() -> PlanCheck.run(knowledge)).withMessageContaining("(plam)");
    }

    void know(List<String> ids) throws IOException {
        var text = new StringBuilder("findings:\n");
        ids.forEach(it -> text.append("  - {id: \"%s\", plan: ledger, why: it is a test}\n".formatted(it)));
        write("plans/plan-findings.yaml", text.toString());
    }

    void write(String file, String text) throws IOException {
        var path = knowledge.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    static Arguments change(String right, String wrong, String finding) {
        return Arguments.of(right, wrong, finding);
    }

    static List<String> findings(String text) {
        var taken = (PlanReader.Taken) PlanYaml.read(text, "");
        return PlanCheck.findingsOf(new CheckedPlan(taken.plan(), taken.lines())).stream()
                .map(PlanFinding::id)
                .toList();
    }
}
