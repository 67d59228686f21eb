package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenPlansTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void aMistakeIsToldWithFileLineValueAndWhatWasExpected(
            String right, String wrong, String at, String value, String expected, String remedy) {
        var text = PlanYaml.with(right, wrong);

        var problems = PlanYaml.problems(text);

        assertThat(problems).singleElement().satisfies(it -> {
            assertThat(it.plan()).isEqualTo("ledger");
            assertThat(it.file()).isEqualTo("plan.yaml");
            assertThat(it.line()).isEqualTo(PlanYaml.lineOf(text, at));
            assertThat(it.value()).isEqualTo(value);
            assertThat(it.expected()).contains(expected);
            assertThat(it.remedy()).contains(remedy);
            assertThat(it.sentence()).contains("plan.yaml, line " + it.line(), "(" + value + ")", expected);
        });
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                // keys and shapes
                mistake(
                        "link-window: 10m",
                        "link-windw: 10m",
                        "link-windw",
                        "link-windw",
                        "link-window",
                        "(link-window)"),
                mistake("title: Ledger\n", "\n", "id: ledger", "nothing", "the key title", "Add (title:)"),
                mistake("title: Ledger\n", "title:\n", "title:", "nothing", "text", ""),
                mistake("scale: true", "scale: true\nscale: true", "scale: true\ntarget", "scale", "once", "Remove"),
                mistake("title: Ledger\n", "title: [Ledger]\n", "title: [", "a list", "text", "one value"),
                mistake("aliases: [database]", "aliases: database", "aliases: database", "database", "a list", "dash"),
                mistake("target: {rto: 30m}", "target: 30m", "target: 30m", "30m", "a mapping", ""),
                mistake("values: {region", "values: [region]\n#", "values: [region]", "a list", "a mapping", ""),
                // words and numbers
                mistake(
                        "kind: database",
                        "kind: databse",
                        "kind: databse",
                        "databse",
                        "one of application",
                        "(database)"),
                mistake("severity: SEV1", "severity: sev1", "severity: sev1", "sev1", "SEV1, SEV2", "(SEV1)"),
                mistake("scale: true", "scale: yes", "scale: yes", "yes", "true or false", ""),
                mistake("link-window: 10m", "link-window: 10 minutes", "link-window", "10 minutes", "duration", ""),
                mistake("link-window: 10m", "link-window: 40d", "link-window", "40d", "from 1s to 1d", "Correct"),
                mistake("failures: 3", "failures: three", "failures: three", "three", "a whole number", ""),
                mistake("failures: 3", "failures: 0", "failures: 0", "0", "a number from 1 to 1000", "Correct"),
                mistake("error-rate: 0.5", "error-rate: 50", "error-rate: 50", "50", "a number from 0 to 1", "Correct"),
                mistake("target: {rto: 4h", "target: {rto: 0s", "target: {rto: 0s", "0s", "a time from 1ms", "Correct"),
                mistake("limit: 2,", "limit: NaN,", "limit: NaN", "NaN", "a number", ""),
                mistake("order: 2", "order: 0", "order: 0", "0", "a number from 1", ""),
                mistake("up-to: 30m", "up-to: -30m", "up-to: -30m", "-30m", "duration", ""),
                // one place against another
                mistake("id: ledger", "id: leger", "id: leger", "leger", "the name of its folder, ledger", "Rename"),
                mistake("tier: tier_1", "tier: tier_9", "tier: tier_9", "tier_9", "a tier", "(tier_1)"),
                mistake(
                        "depends-on: [ledger-db]",
                        "depends-on: [ledgr-db]",
                        "depends-on: [ledgr",
                        "ledgr-db",
                        "a service",
                        "(ledger-db)"),
                mistake(
                        "services: [ledger-api]",
                        "services: [ledger-web]",
                        "services: [ledger-web]",
                        "ledger-web",
                        "a service",
                        "Did you mean"),
                mistake(
                        "strategies:\n",
                        "loss-acceptance: {role: cto, deputy: dr_team_lead}\nstrategies:\n",
                        "loss-acceptance: {role: cto",
                        "cto",
                        "a role of contacts",
                        "dr_team_lead"),
                mistake("lead: dr_team_lead", "lead: cto", "lead: cto", "cto", "a role of contacts", "dr_team_lead"),
                mistake(
                        "roles: [dr_team_lead]",
                        "roles: [dr_lead]",
                        "roles: [dr_lead]",
                        "dr_lead",
                        "a role",
                        "dr_team_lead"),
                mistake(
                        "aliases: [database]",
                        "aliases: [API]",
                        "aliases: [API]",
                        "API",
                        "nothing else here has (line 15 has it)",
                        "Rename"),
                mistake(
                        "title: Network",
                        "title: Network\n    aliases: [NETWORK]",
                        "aliases: [NETWORK]",
                        "NETWORK",
                        "nothing else",
                        "Rename"),
                mistake(
                        "article: application-recovery#steps",
                        "article: application-recovery",
                        "article: application-recovery\n",
                        "application-recovery",
                        "article#section",
                        "regional-failover#steps"),
                mistake(
                        "article: escalation-l1#steps",
                        "article: Escalation L1",
                        "article: Escalation",
                        "Escalation L1",
                        "article#section",
                        ""),
                mistake(
                        "template: \"user-message-minor#message\"",
                        "template: \"user message\"",
                        "template:",
                        "user message",
                        "article",
                        ""),
                mistake("level: L1\n", "level: L9\n", "level: L9", "L9", "L1, L2, L3 or L4", ""),
                mistake("{kind: tcp, address", "{kind: udp, address", "{kind: udp", "udp", "http or tcp", ""),
                mistake("db.example:5432", "db.example", "address:", "db.example", "host:5432", ""),
                mistake("db.example:5432", "db.example:70000", "address:", "db.example:70000", "host:5432", ""),
                mistake(
                        "{kind: tcp, address: \"db.example:5432\"}",
                        "{kind: http, address: \"https://me:secret@db.example/\"}",
                        "address:",
                        "https://me:secret@db.example/",
                        "without a name or password",
                        "Correct"),
                mistake("db.example:5432\"}", "db.example:5432\", interval: 1s}", "interval: 1s", "1s", "from 5s", ""),
                mistake(
                        "db.example:5432\"}",
                        "db.example:5432\", interval: 10s, timeout: 20s}",
                        "timeout: 20s",
                        "20s",
                        "no longer than the interval, 10s",
                        "Shorten"),
                mistake(
                        "db.example:5432\"}",
                        "db.example:5432\", retries: some}",
                        "retries: some",
                        "some",
                        "a whole number",
                        ""),
                mistake(
                        "db.example:5432\"}",
                        "db.example:5432\", status: 200}",
                        "status: 200",
                        "200",
                        "no status for tcp",
                        "http"),
                mistake(
                        "{kind: tcp, address: \"db.example:5432\"}",
                        "{kind: http, address: \"http://db.example/\", method: POST}",
                        "method: POST",
                        "POST",
                        "GET or HEAD",
                        ""),
                mistake(
                        "{kind: tcp, address: \"db.example:5432\"}",
                        "{kind: http, address: \"http://db.example/\", method: HEAD, text: ok}",
                        "text: ok",
                        "ok",
                        "no text where the method is HEAD",
                        "GET"),
                mistake(
                        "{region: eu-west-1,",
                        "{regio: eu-west-1,",
                        "{regio",
                        "regio",
                        "a place of a command",
                        "(region)"),
                mistake(
                        "database: ledger}",
                        "database: \"ledger; rm -rf /\"}",
                        "database: \"ledger;",
                        "ledger; rm -rf /",
                        "letters, digits",
                        "command"),
                mistake(
                        "tier: minor, response",
                        "tier: moderate, response",
                        "- {condition: external",
                        "minor",
                        "a tier",
                        ""));
    }

    static Arguments mistake(String right, String wrong, String at, String value, String expected, String remedy) {
        return Arguments.of(right, wrong, at, value, expected, remedy);
    }

    @Test
    void servicesThatNeedEachOtherInACircleAreNamedInOrder() {
        var text = PlanYaml.with("title: Network\n", "title: Network\n    depends-on: [ledger-api]\n");

        assertThat(PlanYaml.problems(text)).singleElement().satisfies(it -> {
            assertThat(it.value()).isEqualTo("ledger-api -> ledger-db -> network -> ledger-api");
            assertThat(it.line()).isEqualTo(PlanYaml.lineOf(text, "depends-on: [ledger-db]"));
        });
    }

    @Test
    void everyMistakeOfAFileIsToldAtOnce() {
        var text = PlanYaml.SMALL
                .replace("link-window: 10m", "link-windw: 10m")
                .replace("kind: database", "kind: databse")
                .replace("lead: dr_team_lead", "lead: cto")
                .replace("max-lag: 1m", "max-lag: soon");

        assertThat(PlanYaml.problems(text))
                .extracting(PlanProblem::value)
                .containsExactly("link-windw", "databse", "cto", "soon");
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() {
        assertThat(PlanYaml.problems("id: ledger\ntitle: [a, b\nsource: S9\n"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.line()).isEqualTo(3);
                    assertThat(it.expected()).isEqualTo("YAML");
                });
        assertThat(PlanYaml.problems("")).extracting(PlanProblem::value).isEqualTo(List.of("nothing"));
        assertThat(PlanYaml.problems("just words"))
                .extracting(PlanProblem::value)
                .contains("just words");
        assertThat(PlanYaml.problems("- a\n- b\n"))
                .extracting(PlanProblem::value)
                .contains("a list");
    }

    @Test
    void aMistakeOfTheDefaultsIsToldAsTheirs() {
        var defaults = new PlanText(PlanText.DEFAULTS, "defaults.yaml", "treshholds: []\n");

        assertThat(PlanReader.problemsOf(defaults)).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo("defaults.yaml");
            assertThat(it.remedy()).contains("(thresholds)");
        });
    }
}
