package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.plan.PlanFigures.listed;
import static whatnow.plan.PlanFigures.table;
import static whatnow.plan.PlanFigures.thresholds;

import org.junit.jupiter.api.Test;
import whatnow.testkit.Proves;

/** What S2 says of drills and of watching health, and where the plans have it. */
class PlanNumbersS2Test {

    @Test
    @Proves({"S2-02", "S2-03", "S2-04"})
    void failureDrillsRunMonthlyInFourSteps() {
        assertThat(listed("S2-02", "shared_drills", "complete_system_failure", "steps"))
                .containsExactly("shut down all services", "power off", "recover", "validate");
        assertThat(table("S2-02", "shared_drill_criteria", "id", "passes"))
                .containsExactly(
                        "complete-state | services run; data readable",
                        "complete-data | checksums match; no corruption",
                        "complete-performance | normal response times; no degradation");
        assertThat(listed("S2-03", "shared_drills", "partial_failure", "steps"))
                .containsExactly("find critical services", "crash one", "automatic recovery", "check its state");
        assertThat(table("S2-04", "shared_drills", "id", "every", "notify", "report"))
                .containsExactly(
                        "complete_system_failure | month | admin_team | detailed logs; metrics; recommendations",
                        "partial_failure | month | admin_team | detailed logs; metrics; recommendations");
    }

    @Test
    @Proves({"S2-05", "S2-06"})
    void dataIsDamagedAndLostOnPurpose() {
        assertThat(listed("S2-05", "shared_drills", "corruption_recovery", "steps"))
                .containsExactly("make test data", "damage it", "recover", "validate");
        assertThat(table("S2-05", "shared_drill_criteria", "id", "passes"))
                .containsExactly(
                        "corruption-data | all files back; checksums match",
                        "corruption-structure | folders intact; permissions right",
                        "corruption-access | files open; applications work");
        assertThat(listed("S2-06", "shared_drills", "incremental_recovery", "steps"))
                .containsExactly("make increments", "lose data", "restore", "verify");
    }

    @Test
    @Proves("S2-07")
    void theNetworkIsCutAndRestored() {
        assertThat(listed("S2-07", "shared_drills", "network_isolation", "steps"))
                .containsExactly("cut", "fail over", "check connections", "restore the first network");
        assertThat(table("S2-07", "shared_drill_criteria", "id", "passes"))
                .containsExactly(
                        "network-connections | services reached; no packet loss",
                        "network-performance | latency in limits; normal bandwidth");
        assertThat(table("S2-07", "shared_gaps", "id", "finding"))
                .containsExactly("no-way-back | announced without a procedure");
    }

    @Test
    @Proves({"S2-08", "S2-09"})
    void drillsArePreparedToldAndRunOneAtATime() {
        assertThat(table("S2-08", "drill_execution", "id", "needs", "who"))
                .containsExactly(
                        "preparation | backup verified; system snapshot; resources free | -",
                        "start | - | admin_team, service_owners",
                        "completion | - | admin_team, stakeholders");
        assertThat(thresholds("S2-09"))
                .containsExactlyInAnyOrder(
                        "drill test_timeout_seconds below 3600 s",
                        "drill test_retries below 2 retries",
                        "drill parallel_tests below 1 tests");
        assertThat(table("S2-09", "drill_execution", "parallel", "timeout", "retries", "on-failure"))
                .containsExactly("false | 3600 s | 2 | stop and notify");
    }

    @Test
    @Proves({"S2-10", "S2-11"})
    void drillsAreValidatedByMachineAndByHand() {
        assertThat(table("S2-10", "shared_validation_checks", "id", "group", "checks"))
                .containsExactly(
                        "service_health | automated | status; response time; error rate",
                        "data_integrity | automated | checksums; structure; permissions",
                        "system_performance | automated | resource usage; throughput; latency");
        assertThat(table("S2-11", "shared_validation_checks", "id", "group", "content"))
                .containsExactly(
                        "critical_functionality | manual | -",
                        "user_access | manual | -",
                        "documentation | manual | results; issues; resolutions");
    }

    @Test
    @Proves({"S2-12", "S2-13"})
    void drillsAreMeasuredReportedAndKeptForAYear() {
        assertThat(table("S2-12", "drill_reporting", "id", "metrics", "kinds", "to", "kept"))
                .containsExactly(
                        "performance | recovery time; success rate | - | - | -",
                        "resources | CPU; memory; I/O | - | - | -",
                        "errors | failures; types; resolution time | - | - | -",
                        "analysis | - | trend; baseline; anomalies | - | -",
                        "documents | - | detailed report; executive summary | admin_team, stakeholders | 365 days");
        assertThat(listed("S2-13", "drill_reporting", "categories", "categories"))
                .containsExactly("process improvements", "resource needs", "risk mitigation");
        assertThat(listed("S2-13", "drill_reporting", "categories", "priorities"))
                .containsExactly("critical", "high", "medium", "low");
    }

    @Test
    @Proves("S2-15")
    void systemMetricsComeEveryMinute() {
        assertThat(thresholds("S2-15"))
                .containsExactlyInAnyOrder(
                        "monitoring system_metrics_interval_seconds below 60 s",
                        "monitoring raw_metrics_retention_days above 7 days",
                        "monitoring aggregated_metrics_retention_days above 90 days");
        assertThat(listed("S2-15", "monitoring", "system", "metrics"))
                .containsExactly(
                        "CPU usage, load, temperature",
                        "memory usage, swap, cache",
                        "disk usage, I/O, latency",
                        "network throughput, latency, errors");
        assertThat(table("S2-15", "monitoring", "every", "kept"))
                .containsExactly("60 s | raw 7 days, aggregated 90 days");
    }

    @Test
    @Proves({"S2-16", "S2-17"})
    void serviceMetricsComeEveryThirtyAndApplicationMetricsEveryFifteenSeconds() {
        assertThat(thresholds("S2-16")).containsExactly("monitoring service_metrics_interval_seconds below 30 s");
        assertThat(table("S2-16", "monitoring", "every", "metrics"))
                .containsExactly("30 s | uptime, response time; throughput, error rate; CPU, memory");
        assertThat(thresholds("S2-17")).containsExactly("monitoring application_metrics_interval_seconds below 15 s");
        assertThat(table("S2-17", "monitoring", "every", "metrics"))
                .containsExactly("15 s | response average, p95, p99; errors in total and by type;"
                        + " requests per second, data transferred");
    }

    @Test
    @Proves({"S2-18", "S2-19"})
    void servicesAreCheckedEveryMinuteAndDependenciesEveryTwo() {
        assertThat(thresholds("S2-18"))
                .containsExactlyInAnyOrder(
                        "monitoring service_check_interval_seconds below 60 s",
                        "monitoring service_check_timeout_seconds below 10 s",
                        "monitoring service_check_retries below 3 retries",
                        "monitoring tcp_check_timeout_seconds below 5 s");
        assertThat(table("S2-18", "monitoring", "id", "path", "expects", "port", "every", "timeout", "retries"))
                .containsExactly(
                        "http | /health | 200 | - | 60 s | 10 s | 3", "tcp | - | - | the service's | 60 s | 5 s | 3");
        assertThat(thresholds("S2-19")).containsExactly("monitoring dependency_check_interval_seconds below 120 s");
        assertThat(table("S2-19", "monitoring", "of", "checks", "every"))
                .containsExactly("database, cache, storage | connectivity; performance; replication | 120 s");
    }

    @Test
    @Proves("S2-20")
    void theSectionsThatWereAnnouncedAndNeverWrittenAreNamed() {
        assertThat(table("S2-20", "shared_gaps", "missing"))
                .containsExactly("automated recovery validation; emergency response protocols");
    }
}
