package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.plan.PlanFigures.listed;
import static whatnow.plan.PlanFigures.table;
import static whatnow.plan.PlanFigures.threshold;
import static whatnow.plan.PlanFigures.thresholds;
import static whatnow.plan.Threshold.Purpose.VALIDATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.testkit.Proves;
import whatnow.testkit.ShippedPlans;

/** What S0 says of the time after a recovery, and where the plans have it. */
class PlanNumbersS0Test {

    @Test
    @Proves("S0-02")
    void processorMemoryDiskAndNetworkHaveTheirLimits() {
        assertThat(thresholds("S0-02"))
                .containsExactlyInAnyOrder(
                        "validation cpu_percent below 80 %",
                        "validation memory_percent below 85 %",
                        "validation resource_measurement_seconds above 3600 s",
                        "validation disk_read_mb_per_second above 500 MB/s",
                        "validation disk_write_mb_per_second above 400 MB/s",
                        "validation disk_latency_ms below 5 ms",
                        "validation network_throughput_mbps above 900 Mbps",
                        "validation network_latency_ms below 10 ms",
                        "validation packet_loss_percent below 0.1 %");
        assertThat(table("S0-02", "shared_performance_validation", "id", "passes", "against"))
                .containsExactly(
                        "cpu | under 80 % over 1 h | pre-incident baseline",
                        "memory | under 85 % over 1 h | pre-incident baseline",
                        "disk | read over 500 MB/s, write over 400 MB/s, latency under 5 ms | -",
                        "network | over 900 Mbps, latency under 10 ms, loss under 0.1 % | -");
    }

    @Test
    @Proves("S0-03")
    void responseTimeErrorsAndThroughputHaveTheirLimits() {
        assertThat(thresholds("S0-03"))
                .containsExactlyInAnyOrder(
                        "validation response_time_p95_ms below 200 ms",
                        "validation error_rate_percent below 0.1 %",
                        "validation error_rate_measurement_seconds above 3600 s",
                        "validation requests_per_second above 1000 requests/s");
        assertThat(table("S0-03", "shared_performance_validation", "id", "passes"))
                .containsExactly(
                        "response | p95 at most 200 ms",
                        "errors | at most 0.1 % over 1 h",
                        "throughput | at least 1000 requests/s, sustained");
    }

    @Test
    @Proves("S0-04")
    void performanceIsWatchedForADayAgainstThreeBaselines() {
        assertThat(threshold("S0-04", "performance_validation_seconds", VALIDATION))
                .isEqualTo("validation performance_validation_seconds above 86400 s");
        assertThat(table("S0-04", "shared_performance_validation", "id", "lasts"))
                .contains("period | 24 h");
        assertThat(listed("S0-04", "shared_performance_validation", "baselines", "with"))
                .containsExactly("before the incident", "historical average", "SLA");
    }

    @Test
    @Proves("S0-05")
    void functionsAreTestedForHalfADay() {
        assertThat(thresholds("S0-05"))
                .containsExactlyInAnyOrder(
                        "validation availability_test_interval_seconds below 300 s",
                        "validation functional_validation_seconds above 43200 s");
        assertThat(table("S0-05", "shared_validation_checks", "id", "title", "how", "every", "passes", "lasts"))
                .containsExactly(
                        "service_availability | Every service answers | endpoint check | 5 min | all services respond | -",
                        "data_access | Every data store | create, read, update, delete | - | all succeed | -",
                        "integration_check | Critical workflows | end-to-end test | - | they complete | -",
                        "period | Period of the functional tests | - | - | - | 12 h");
    }

    @Test
    @Proves("S0-06")
    void aTenthOfTheDataIsCheckedForIntegrity() {
        assertThat(thresholds("S0-06")).containsExactly("validation integrity_sample_percent above 10 %");
        assertThat(table("S0-06", "shared_validation_checks", "id", "title", "how", "sample"))
                .containsExactly(
                        "consistency_check | Consistency of all data | checksums | 10 %",
                        "structure_check | Structure of the file system | traversal | 10 %");
    }

    @Test
    @Proves({"S0-07", "S0-08", "S0-09"})
    void aRootCauseIsLookedForInFourPlacesByThreeMethods() {
        assertThat(listed("S0-07", "root_cause_analysis", "areas", "list"))
                .containsExactly("system logs", "error patterns", "configuration changes", "environment");
        assertThat(listed("S0-08", "root_cause_analysis", "methods", "list"))
                .containsExactly("timeline reconstruction", "impact analysis", "dependency mapping");
        assertThat(listed("S0-09", "root_cause_analysis", "sections", "list"))
                .containsExactly("incident summary", "root cause", "contributing factors", "recommendations");
        assertThat(table("S0-09", "root_cause_analysis", "id", "by", "approval"))
                .contains("review | system_admin, service_owner | required");
    }

    @Test
    @Proves("S0-10")
    void improvementsAreSoughtInThreeAreas() {
        assertThat(table("S0-10", "improvement_areas", "id", "focus"))
                .containsExactly(
                        "procedures | detection; response time; recovery steps",
                        "system_architecture | redundancy; failover; monitoring coverage",
                        "tools_and_automation | automation; effectiveness; integration");
    }

    @Test
    @Proves({"S0-12", "S0-13", "S0-14", "S0-15", "S0-16"})
    void anIncidentRecordHasItsFieldsAndAttachments() {
        assertThat(listed("S0-12", "incident_record", "summary", "fields"))
                .containsExactly("incident_id", "date_time", "duration", "severity", "impact_summary");
        assertThat(listed("S0-13", "incident_record", "technical_details", "fields"))
                .containsExactly("affected_systems", "root_cause", "resolution_steps", "verification_results");
        assertThat(listed("S0-14", "incident_record", "timeline", "fields"))
                .containsExactly("detection_time", "response_time", "recovery_steps", "completion_time");
        assertThat(listed("S0-15", "incident_record", "impact_analysis", "fields"))
                .containsExactly("service_disruption", "data_impact", "user_impact", "business_impact");
        assertThat(listed("S0-16", "incident_record", "required", "fields"))
                .containsExactly("system_logs", "metrics_data", "configuration_changes");
        assertThat(listed("S0-16", "incident_record", "optional", "fields"))
                .containsExactly("screenshots", "error_messages", "communication_logs");
    }

    @Test
    @Proves({"S0-17", "S0-18"})
    void proceduresAreUpdatedInThreeAreasAndReviewedThreeTimes() {
        assertThat(table("S0-17", "procedure_updates", "id", "focus"))
                .containsExactly(
                        "detection | monitoring; alert thresholds; methods",
                        "response | first actions; escalation; communication",
                        "recovery | steps; validation; rollback");
        assertThat(table("S0-18", "document_workflow", "id", "title", "required"))
                .startsWith(
                        "1 | Technical review | true", "2 | Operational review | true", "3 | Final approval | true");
        assertThat(table("S0-18", "document_workflow", "id", "format", "version-control", "change-tracking"))
                .hasSize(4)
                .contains("format | Markdown | true | true");
    }

    @Test
    @Proves({"S0-19", "S0-20"})
    void theKnowledgeBaseHasFourCategoriesAndAQuarterlyReview() {
        assertThat(table("S0-19", "kb_categories", "id"))
                .containsExactly(
                        "system_architecture",
                        "operational_procedures",
                        "troubleshooting_guides",
                        "recovery_procedures",
                        "organisation");
        assertThat(listed("S0-19", "kb_categories", "organisation", "by"))
                .containsExactly("hierarchy", "cross references", "tags");
        assertThat(table("S0-20", "shared_kb_maintenance", "id", "title", "every", "by"))
                .contains("review | Review of all documents | quarter | system_admin, service_owner");
        assertThat(listed("S0-20", "shared_kb_maintenance", "triggers", "on-change-of"))
                .containsExactly("incident resolution", "system changes", "procedure updates");
    }

    @Test
    @Proves("S0-21")
    void theSectionThatWasAnnouncedAndNeverWrittenIsNamed() {
        assertThat(table("S0-21", "shared_gaps", "missing")).containsExactly("lessons learned and system improvement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"freight", "tracktion", "homeostasis", "general"})
    void everyPlanSharesTheseRows(String plan) {
        var read = ShippedPlans.plan(plan);

        assertThat(read.thresholds())
                .filteredOn(Threshold::shared)
                .isEqualTo(PlanFigures.plan("S0-02").thresholds());
        assertThat(read.reference())
                .containsKeys(
                        "shared_performance_validation",
                        "shared_validation_checks",
                        "root_cause_analysis",
                        "improvement_areas",
                        "incident_record",
                        "procedure_updates",
                        "document_workflow",
                        "kb_categories",
                        "shared_kb_maintenance",
                        "shared_drills",
                        "shared_drill_criteria",
                        "drill_execution",
                        "drill_reporting",
                        "monitoring",
                        "shared_gaps");
    }
}
