package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.plan.PlanFigures.estimate;
import static whatnow.plan.PlanFigures.failover;
import static whatnow.plan.PlanFigures.listed;
import static whatnow.plan.PlanFigures.messages;
import static whatnow.plan.PlanFigures.people;
import static whatnow.plan.PlanFigures.service;
import static whatnow.plan.PlanFigures.servicesOf;
import static whatnow.plan.PlanFigures.strategy;
import static whatnow.plan.PlanFigures.table;
import static whatnow.plan.PlanFigures.target;
import static whatnow.plan.PlanFigures.threshold;
import static whatnow.plan.PlanFigures.thresholds;
import static whatnow.plan.PlanFigures.tiers;
import static whatnow.plan.PlanFigures.waves;
import static whatnow.plan.Threshold.Purpose.FAILOVER;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import whatnow.testkit.Proves;

/** What S4 says of Homeostasis, and where its plan has it. */
class PlanNumbersS4Test {

    @Test
    @Proves("S4-01")
    void criticalAndOtherSystemsHaveTheirObjectives() {
        assertThat(table("S4-01", "objectives", "id", "critical", "non-critical"))
                .containsExactly("rto | 1 h | 4 h", "rpo | 15 min | 1 h", "mttr | 30 min | 2 h");
        assertThat(target("S4-01", "plan")).isEqualTo("RTO 1h, RPO 15m");
        assertThat(target("S4-01", "tier_1_critical")).isEqualTo("RTO 1h, RPO 15m");
        assertThat(target("S4-01", "tier_2_important")).isEqualTo("RTO 4h, RPO 1h");
        assertThat(thresholds("S4-01"))
                .containsExactlyInAnyOrder(
                        "alert mttr_critical_seconds below 1800 s", "alert mttr_non_critical_seconds below 7200 s");
    }

    @Test
    @Proves("S4-02")
    void sixteenKindsOfDisasterAreKnown() {
        assertThat(table("S4-02", "disaster_types", "group", "id"))
                .containsExactly(
                        "natural | earthquake",
                        "natural | flood",
                        "natural | fire",
                        "natural | power_outage",
                        "technical | hardware_failure",
                        "technical | software_corruption",
                        "technical | network_outage",
                        "technical | data_center_loss",
                        "human | cyber_attack",
                        "human | data_breach",
                        "human | human_error",
                        "human | sabotage",
                        "operational | pandemic",
                        "operational | key_personnel_loss",
                        "operational | vendor_failure",
                        "operational | regulatory_shutdown");
    }

    @Test
    @Proves("S4-03")
    void theInventoryHasTwoTiersWithTheirTargetsAndNeeds() {
        assertThat(servicesOf("S4-03", "tier_1_critical"))
                .containsExactly("monitoring_service", "analysis_service", "patch_generation");
        assertThat(servicesOf("S4-03", "tier_2_important")).containsExactly("dashboard", "reporting");
        assertThat(target("S4-03", "monitoring_service")).isEqualTo("RTO 15m, RPO 5m");
        assertThat(target("S4-03", "analysis_service")).isEqualTo("RTO 30m, RPO 15m");
        assertThat(target("S4-03", "patch_generation")).isEqualTo("RTO 1h, RPO 30m");
        assertThat(target("S4-03", "dashboard")).isEqualTo("RTO 2h, RPO 1h");
        assertThat(target("S4-03", "reporting")).isEqualTo("RTO 4h, RPO 2h");
        assertThat(service("S4-03", "monitoring_service").dependsOn()).containsExactly("database", "message_queue");
        assertThat(service("S4-03", "analysis_service").dependsOn()).containsExactly("database", "rule_engine");
        assertThat(service("S4-03", "patch_generation").dependsOn()).containsExactly("llm_service", "template_engine");
        assertThat(table("S4-03", "inventory", "id", "tier", "needs", "rto", "rpo"))
                .containsExactly(
                        "monitoring_service | tier_1_critical | database, message_queue | 15 min | 5 min",
                        "analysis_service | tier_1_critical | database, rule_engine | 30 min | 15 min",
                        "patch_generation | tier_1_critical | llm_service, template_engine | 1 h | 30 min",
                        "dashboard | tier_2_important | - | 2 h | 1 h",
                        "reporting | tier_2_important | - | 4 h | 2 h");
    }

    @Test
    @Proves("S4-04")
    void fiveInputsLeadToSeverityAndPriority() {
        assertThat(table("S4-04", "impact_analysis", "id", "kind"))
                .containsExactly(
                        "affected_services | input",
                        "data_loss_risk | input",
                        "financial_impact | input",
                        "customer_impact | input",
                        "compliance_risk | input",
                        "severity | result, formula not given",
                        "priority | result, formula not given");
    }

    @Test
    @Proves("S4-05")
    void threeRegionsCopyFromEachOther() {
        assertThat(table("S4-05", "infrastructure", "id", "title", "role", "components"))
                .containsExactly(
                        "primary | us-east-1 | active | all",
                        "secondary | us-west-2 | standby | all",
                        "tertiary | eu-west-1 | backup | critical only");
        assertThat(table("S4-05", "data_redundancy", "id", "replication"))
                .containsExactly("database | synchronous", "files | asynchronous", "configuration | synchronous");
        assertThat(strategy("S4-05", StrategyKind.REGIONAL_FAILOVER).targets())
                .containsExactly(
                        new PlannedStrategy.FailoverTarget("us-west-2", false),
                        new PlannedStrategy.FailoverTarget("eu-west-1", true));
    }

    @Test
    @Proves("S4-06")
    void fourKindsOfStandbyServeFourTiers() {
        assertThat(table("S4-06", "standby_kinds", "id", "rto", "cost", "for"))
                .containsExactly(
                        "hot_standby | under 5 min | high | tier_1_critical",
                        "warm_standby | under 30 min | medium | tier_2_important",
                        "cold_standby | under 4 h | low | tier_3_standard",
                        "backup_restore | under 24 h | minimal | tier_4_low_priority");
        assertThat(estimate("S4-06", StrategyKind.BACKUP_RESTORE)).isEqualTo("1d, plan, never measured");
        assertThat(target("S4-06", "tier_3_standard")).isEqualTo("RTO 4h, RPO 1h");
        assertThat(target("S4-06", "tier_4_low_priority")).isEqualTo("RTO 1d, RPO none");
        assertThat(tiers("S4-06"))
                .containsExactly(
                        "tier_1_critical | hot_standby",
                        "tier_2_important | warm_standby",
                        "tier_3_standard | cold_standby",
                        "tier_4_low_priority | backup_restore");
    }

    @Test
    @Proves({"S4-07", "S4-08"})
    void fourBackupsAreKeptAndVerifiedInSixSteps() {
        assertThat(table("S4-07", "backups", "id", "every", "kept", "where"))
                .startsWith(
                        "database | continuous, WAL streaming | 30 days | S3, Glacier, another region",
                        "application_data | hour | 7 days | S3, another region",
                        "configurations | change | 90 days | Git, S3, vault",
                        "logs | day | 90 days | S3, Glacier");
        assertThat(table("S4-07", "backups", "compression", "encryption", "verification"))
                .contains("gzip | AES-256 | yes");
        assertThat(table("S4-08", "backup_verification", "id", "title", "stops-on-failure"))
                .containsExactly(
                        "1 | Read the metadata | true",
                        "2 | Compare the checksum | true",
                        "3 | Restore into a sandbox | true",
                        "4 | Check data integrity | true",
                        "5 | Run smoke tests | true",
                        "6 | Remove the sandbox | false");
    }

    @Test
    @Proves({"S4-09", "S4-11"})
    void aFailoverBecomesACandidateByThreeCriteriaAndIsHeldByLag() {
        var criteria = failover("S4-09");
        assertThat(criteria.failures()).isEqualTo(3);
        assertThat(criteria.responseTime()).isEqualTo(Duration.ofMillis(5000));
        assertThat(criteria.errorRate()).isEqualTo(0.5);
        assertThat(criteria.interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(failover("S4-11").maxLag()).isEqualTo(Duration.ofMinutes(1));
        assertThat(thresholds("S4-09"))
                .containsExactlyInAnyOrder(
                        "failover health_check_failures below 3 consecutive checks",
                        "failover response_time_ms below 5000 ms",
                        "failover error_rate_percent below 50 %",
                        "monitoring check_interval_seconds below 10 s");
        assertThat(threshold("S4-11", "replication_lag_seconds", FAILOVER))
                .isEqualTo("failover replication_lag_seconds below 60 s");
    }

    @Test
    @Proves("S4-10")
    void theAutomaticFailoverHasTenSteps() {
        assertThat(table("S4-10", "failover_sequence", "id", "title"))
                .containsExactly(
                        "1 | Confirm the failure",
                        "2 | Choose the target region",
                        "3 | Check the target",
                        "4 | Change DNS",
                        "5 | Redirect traffic",
                        "6 | Promote the standby database",
                        "7 | Start services",
                        "8 | Verify services",
                        "9 | Validate the region",
                        "10 | Notify");
    }

    @Test
    @Proves({"S4-11", "S4-12", "S4-13"})
    void theManualFailoverHasItsCommandsAndWhatTheyMustShow() {
        assertThat(table("S4-11", "manual_failover", "id", "command", "expect"))
                .containsExactly(
                        "pre-1 | homeostasis-dr verify-failure --region primary | all health checks failing",
                        "pre-2 | homeostasis-dr check-readiness --region secondary | all services ready",
                        "pre-3 | homeostasis-dr check-replication | lag under 1 min");
        assertThat(table("S4-12", "manual_failover", "id", "command", "expect"))
                .containsExactly(
                        "run-1 | homeostasis-dr stop-writes --region primary | no active writes",
                        "run-2 | homeostasis-dr promote-db --region secondary | database accepts writes",
                        "run-3 | homeostasis-dr update-dns --target secondary | DNS has spread",
                        "run-4 | homeostasis-dr start-services --region secondary | all services healthy");
        assertThat(table("S4-13", "manual_failover", "id", "command", "expect"))
                .containsExactly(
                        "post-1 | homeostasis-dr run-smoke-tests | all pass",
                        "post-2 | homeostasis-dr monitor-errors --duration 10m | normal error rate",
                        "post-3 | homeostasis-dr notify --event failover-complete | notices sent");
        assertThat(thresholds("S4-13")).containsExactly("validation monitor_errors_after_failover_seconds above 600 s");
    }

    @Test
    @Proves({"S4-14", "S4-15"})
    void dataComesBackToAPointInTimeOrChangeByChange() {
        assertThat(table("S4-14", "point_in_time_recovery", "id", "title", "on-failure"))
                .containsExactly(
                        "1 | Find a base backup before the time | no suitable backup",
                        "2 | Restore it | -",
                        "3 | Apply WAL up to the time | -",
                        "4 | Verify | -");
        assertThat(table("S4-15", "incremental_recovery", "id", "step"))
                .containsExactly(
                        "data | execute, verify; on error roll back and try another way",
                        "configuration | execute, verify; on error roll back and try another way",
                        "code | execute, verify; on error roll back and try another way");
    }

    @Test
    @Proves("S4-16")
    void nineLayersComeBackInOrder() {
        assertThat(table("S4-16", "restoration_by_layer", "id", "title", "then"))
                .containsExactly(
                        "1 | infrastructure | verify and integration test",
                        "2 | networking | verify and integration test",
                        "3 | storage | verify and integration test",
                        "4 | databases | verify and integration test",
                        "5 | message_queues | verify and integration test",
                        "6 | cache_layers | verify and integration test",
                        "7 | application_services | verify and integration test",
                        "8 | load_balancers | verify and integration test",
                        "9 | monitoring | verify and integration test",
                        "failure | A component fails | critical: stop; else: note and go on");
    }

    @Test
    @Proves("S4-17")
    void fiveWavesComeBackWithTheirTimeLimits() {
        assertThat(waves("S4-17"))
                .containsExactly(
                        "1 | database, authentication | one by one | 5m",
                        "2 | monitoring_service, logging | parallel | 3m",
                        "3 | analysis_service, patch_generation | parallel | 5m",
                        "4 | api, dashboard | parallel | 3m",
                        "5 | reporting, analytics | parallel | 10m");
        assertThat(estimate("S4-17", StrategyKind.REGIONAL_FAILOVER))
                .as("the limits of waves 1 to 3, one after the other")
                .isEqualTo("13m, plan, never measured");
    }

    @Test
    @Proves("S4-18")
    void fourAudiencesHearInTheirOwnRhythm() {
        assertThat(messages("S4-18"))
                .containsExactly(
                        "executives | any | email | 0s | 30m | executive-update#message",
                        "team | any | slack | 0s | no interval | status-update#message",
                        "customer_success | any | email | 0s | 1h | status-update#message",
                        "customers | any | status_page | 0s | no interval | status-page-investigating#message");
        assertThat(table("S4-18", "communication", "id", "channel", "every", "to"))
                .containsExactly(
                        "executive | email | 30 min | cto@company.com, ceo@company.com",
                        "technical | Slack | real time | oncall@company.com, sre-team@company.com",
                        "customer_success | email | hour | cs-team@company.com",
                        "customers | status page | major milestone | -");
        assertThat(people("S4-18"))
                .containsExactlyInAnyOrder(
                        "cto | CTO, cto@company.com | nobody",
                        "ceo | CEO, ceo@company.com | nobody",
                        "on_call_engineer | On-call, oncall@company.com | nobody",
                        "sre_team | SRE team, sre-team@company.com | nobody",
                        "customer_success | Customer success team, cs-team@company.com | nobody");
    }

    @Test
    @Proves("S4-19")
    void theStatusPageHasFourStates() {
        assertThat(table("S4-19", "status_page", "id", "template"))
                .startsWith(
                        "investigating | status-page-investigating#message",
                        "identified | status-page-identified#message",
                        "monitoring | status-page-monitoring#message",
                        "resolved | status-page-resolved#message");
        assertThat(listed("S4-19", "status_page", "fields", "fields"))
                .containsExactly("name", "status", "impact", "affected_components");
    }

    @Test
    @Proves({"S4-20", "S4-21"})
    void drillsHaveTheirRhythmScenariosAndReport() {
        assertThat(table("S4-20", "drills", "every", "id"))
                .containsExactly(
                        "month | backup_verification",
                        "month | restore_testing",
                        "month | failover_simulation",
                        "quarter | full_dr_drill",
                        "quarter | multi_region_failover",
                        "quarter | data_recovery_test",
                        "year | complete_datacenter_failure",
                        "year | extended_outage_simulation",
                        "year | third_party_dependency_failure");
        assertThat(table("S4-21", "scenarios", "id"))
                .containsExactly(
                        "backup_restore", "database_failover", "region_failover", "data_corruption", "partial_failure");
        assertThat(listed("S4-21", "drill_record", "report", "fields"))
                .containsExactly(
                        "scenario",
                        "recovery time",
                        "RTO met",
                        "data loss",
                        "RPO met",
                        "validation results",
                        "recommendations");
    }

    @Test
    @Proves("S4-22")
    void sixValidationsStopAtACriticalFailure() {
        assertThat(table("S4-22", "validation_checks", "id", "checks", "on-failure"))
                .containsExactly(
                        "data_integrity | consistency; row counts; checksums | critical stops",
                        "service_health | - | critical stops",
                        "configuration | - | critical stops",
                        "connectivity | - | critical stops",
                        "performance | - | critical stops",
                        "security | - | critical stops");
    }

    @Test
    @Proves("S4-23")
    void eightTasksFollowWithinTheirTime() {
        assertThat(table("S4-23", "validation_follow_up", "title", "who", "within"))
                .containsExactly(
                        "All services run | SRE team | at once",
                        "Full test suite | QA team | 1 h",
                        "Error rates and performance | SRE team | 24 h",
                        "Timeline written | Incident Commander | 24 h",
                        "Actual RTO and RPO | SRE team | 48 h",
                        "Post-mortem | all teams | 72 h",
                        "DR procedures updated | DR team | 1 week",
                        "Improvements made | various | 1 month");
    }

    @Test
    @Proves("S4-24")
    void lessonsHaveTheirFieldsAndAnExample() {
        assertThat(table("S4-24", "lessons_record", "id", "fields"))
                .contains(
                        "fields | incident_id; date; duration; impact; timeline; went well; went wrong; action items",
                        "impact | services; customers; data loss; cost",
                        "action | action; owner; due date");
        assertThat(listed("S4-24", "lessons_record", "well", "items"))
                .containsExactly("failover triggered", "restore within the RTO", "communication worked");
        assertThat(listed("S4-24", "lessons_record", "wrong", "items"))
                .containsExactly(
                        "detected 5 min late", "configuration drift in the second region", "alerts did not fire");
        assertThat(table("S4-24", "lessons_record", "title", "owner", "due"))
                .contains(
                        "Better detection | Monitoring team | 2024-03-01",
                        "Configuration validation | SRE team | 2024-03-15");
    }

    @Test
    @Proves("S4-25")
    void theMasterScriptHasFiveCommands() {
        assertThat(table("S4-25", "commands", "id", "command"))
                .containsExactly(
                        "test | python -m homeostasis.dr.test --scenario",
                        "failover | python -m homeostasis.dr.failover --target --confirm",
                        "restore | python -m homeostasis.dr.restore --backup-id --target",
                        "validate | python -m homeostasis.dr.validate --comprehensive",
                        "report | python -m homeostasis.dr.report --format");
    }

    @Test
    @Proves("S4-26")
    void goodHabitsHaveTheirRhythm() {
        assertThat(table("S4-26", "kb_maintenance", "id", "every", "what"))
                .containsExactly(
                        "tests | month | -",
                        "drills | quarter | -",
                        "review | incident | -",
                        "contacts | regularly | -",
                        "versions | change | -",
                        "automation | - | backups and verification; failover where it fits; tests and validation",
                        "metrics | - | RTO and RPO; backup success; replication lag",
                        "training | - | sessions; clear roles; practised communication");
    }
}
