package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.plan.PlanFigures.degradation;
import static whatnow.plan.PlanFigures.duties;
import static whatnow.plan.PlanFigures.escalation;
import static whatnow.plan.PlanFigures.listed;
import static whatnow.plan.PlanFigures.messages;
import static whatnow.plan.PlanFigures.people;
import static whatnow.plan.PlanFigures.service;
import static whatnow.plan.PlanFigures.severities;
import static whatnow.plan.PlanFigures.strategy;
import static whatnow.plan.PlanFigures.table;
import static whatnow.plan.PlanFigures.target;
import static whatnow.plan.PlanFigures.thresholds;
import static whatnow.plan.PlanFigures.triggers;
import static whatnow.plan.PlanFigures.waves;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import whatnow.testkit.Proves;

/** What S1 says of the Freight Price Movement Agent, and where its plan has it. */
class PlanNumbersS1Test {

    @Test
    @Proves("S1-01")
    void fiveThingsAreCoveredAndThreeAreNot() {
        assertThat(table("S1-01", "scope", "title", "covered"))
                .containsExactly(
                        "Production environments | true",
                        "Freight pricing data | true",
                        "Application services and infrastructure | true",
                        "Integrations with external systems | true",
                        "Recovery procedures, tests, validation | true",
                        "Development and test environments | false",
                        "Ancillary systems | false",
                        "Business continuity beyond technology | false");
    }

    @Test
    @Proves("S1-02")
    void theWholeSystemIsBackInFourHoursAndLosesAtMostAQuarterOfAnHour() {
        assertThat(target("S1-02", "plan")).isEqualTo("RTO 4h, RPO 15m");
        assertThat(table("S1-02", "objectives", "id", "target", "by"))
                .containsExactly(
                        "rpo | under 15 min | continuous backup and point-in-time recovery",
                        "rto | under 4 h | automated procedures and regular tests",
                        "minimum | read-only access to recent data | replicated read-only database");
    }

    @Test
    @Proves("S1-03")
    void levelFourIsTheWorstAndEveryLevelHasItsLeader() {
        assertThat(severities("S1-03"))
                .containsExactlyInAnyOrder(
                        "instance_down | any | L1 Minor Incident | SEV4 | service_engineer",
                        "service_unavailable | high | L1 Minor Incident | SEV4 | service_engineer",
                        "service_unavailable | normal | L1 Minor Incident | SEV4 | service_engineer",
                        "service_unavailable | low | L1 Minor Incident | SEV4 | service_engineer",
                        "external_unavailable | any | L1 Minor Incident | SEV4 | service_engineer",
                        "several_services_unavailable | any | L2 Service Disruption | SEV3 | operations_lead",
                        "service_degraded | critical | L2 Service Disruption | SEV3 | operations_lead",
                        "service_degraded | high | L2 Service Disruption | SEV3 | operations_lead",
                        "service_unavailable | critical | L3 Major Outage | SEV2 | dr_team_lead",
                        "database_down_standby_ready | any | L3 Major Outage | SEV2 | dr_team_lead",
                        "zone_lost | any | L3 Major Outage | SEV2 | dr_team_lead",
                        "database_down_no_standby | any | L4 Complete Failure | SEV1 | cto",
                        "region_lost | any | L4 Complete Failure | SEV1 | cto",
                        "catastrophic_corruption | any | L4 Complete Failure | SEV1 | cto");
        assertThat(escalation("S1-03"))
                .contains(
                        "L1 | opened | 0s | no deadline | SEV3, SEV4, SEV5 | service_engineer",
                        "L1 | opened | 0s | no deadline | SEV3 | operations_lead",
                        "L2 | opened | 0s | no deadline | SEV1 | cto, operations_lead, database_lead,"
                                + " application_lead, network_security_lead");
        assertThat(table("S1-03", "levels", "id", "means"))
                .containsExactly(
                        "L1 | one component failed, little harm",
                        "L2 | several components failed or a service degraded",
                        "L3 | a critical service is unavailable",
                        "L4 | the whole system is unavailable");
        assertThat(table("S1-03", "levels", "id", "title", "severity", "examples", "lead"))
                .containsExactly(
                        "L1 | Minor Incident | SEV4 | application crash; short API timeout | Service Engineer",
                        "L2 | Service Disruption | SEV3 | slow database; raised error rate | Operations Lead",
                        "L3 | Major Outage | SEV2 | primary database failed; zone lost | DR Team Lead",
                        "L4 | Complete Failure | SEV1 | region lost; catastrophic corruption | CTO and DR team");
    }

    @Test
    @Proves({"S1-04", "S1-05"})
    void twoRegionsHoldTheSystemAndItsCopies() {
        assertThat(table("S1-04", "infrastructure", "id", "zones", "application-clusters", "database", "load-balancer"))
                .startsWith(
                        "us-east-1 | 3 | 3 | 1 primary, 2 replicas | active",
                        "us-west-2 | 2 | 2 on standby | 2 replicas | standby");
        assertThat(table("S1-04", "infrastructure", "id", "from", "to", "by"))
                .hasSize(4)
                .contains(
                        "replication | primary in us-east-1 | first replica in us-west-2 | -",
                        "dns-failover | - | - | Route 53");
        assertThat(table("S1-04", "infrastructure", "id", "primary", "secondary"))
                .contains("dns-failover | load balancer us-east-1 | load balancer us-west-2");
        assertThat(service("S1-04", "freight-api").regions()).containsExactly("us-east-1", "us-west-2");
        assertThat(service("S1-04", "freight-api").zones()).containsExactly("us-east-1a", "us-east-1b", "us-east-1c");
        assertThat(strategy("S1-04", StrategyKind.REGIONAL_FAILOVER).targets())
                .containsExactly(new PlannedStrategy.FailoverTarget("us-west-2", false));
        assertThat(table("S1-05", "infrastructure", "id", "mode")).containsExactly("replication | asynchronous");
        assertThat(table("S1-05", "data_redundancy", "id", "in-region", "cross-region", "recovery"))
                .containsExactly(
                        "operational | Multi-AZ, synchronous | asynchronous replication"
                                + " | in region automatic, across regions by hand",
                        "state | stateless, storage kept apart | storage is replicated | none needed",
                        "objects | S3 with cross-region replication | versioning and replication | automatic",
                        "configuration | infrastructure as code under version control | deployed to both regions"
                                + " | apply the templates again");
    }

    @Test
    @Proves("S1-06")
    void sixKindsOfBackupAreKeptForTheirTime() {
        assertThat(table("S1-06", "backups", "id", "every", "kept", "where", "encryption"))
                .containsExactly(
                        "wal | continuous | 7 days | S3 and Glacier | AES-256",
                        "daily | day | 35 days | RDS automated backups | AES-256",
                        "weekly | week | 3 months | S3 and Glacier | AES-256",
                        "monthly | month | 7 years | S3 and Glacier | AES-256",
                        "application-data | day | 90 days | S3 in another region | AES-256",
                        "configuration | change | for ever | Git and S3 | AES-256");
    }

    @Test
    @Proves("S1-07")
    void backupsAreCheckedAtOnceMonthlyAndQuarterly() {
        assertThat(table("S1-07", "backup_verification", "title", "when", "how"))
                .containsExactly(
                        "Integrity check of every backup | on completion | automated",
                        "SHA-256 checksum | on completion | stored with the backup",
                        "Backup logs | always | completion is watched",
                        "Database restore test | monthly | isolated environment",
                        "Full application restore test | quarterly | isolated environment",
                        "Check of a database backup | - | restore to a test instance, check schema and queries",
                        "Check of an application backup | - | restore to a test environment, check basic functions",
                        "Check of the configuration | - | deploy to a test environment,"
                                + " check that infrastructure comes up",
                        "Results | - | written to the DR test log");
    }

    @Test
    @Proves("S1-08")
    void dataIsKeptActiveThenArchivedThenPurged() {
        assertThat(table("S1-08", "retention", "id", "active", "archive", "purge"))
                .startsWith(
                        "freight | 1 year | 7 years | automated",
                        "results | 90 days | 1 year | automated",
                        "system-logs | 30 days in CloudWatch | 90 days in S3 | automated",
                        "audit-logs | 90 days | 7 years | automated");
        assertThat(listed("S1-08", "retention", "enforcement", "by"))
                .containsExactly("S3 lifecycle", "RDS retention settings", "own scripts", "compliance audits");
    }

    @Test
    @Proves("S1-10")
    void aDatabaseFaultBranchesByItsKind() {
        assertThat(table("S1-10", "database_branches", "id", "check"))
                .containsExactlyInAnyOrder(
                        "instance | Multi-AZ failover happened, else by hand",
                        "connection | security group, network, credentials and their rotation",
                        "performance | Performance Insights, then tune or throttle",
                        "corruption | point-in-time recovery to the last good state");
    }

    @Test
    @Proves({"S1-15", "S1-16"})
    void drillsHaveTheirRhythmAndTheirTimeLimits() {
        assertThat(table("S1-15", "drills", "id", "every", "who", "notice"))
                .containsExactly(
                        "component | month | Service Engineers | announced",
                        "database | quarter | Operations | announced",
                        "regional | half year | full DR team | announced",
                        "surprise | year | full DR team | none");
        assertThat(table("S1-16", "drill_criteria", "id", "time", "loss"))
                .containsExactly(
                        "component | within 5 min | none",
                        "database | within 3 min | minimal application impact",
                        "regional | within the RTO, 4 h | within the RPO, 15 min");
        assertThat(thresholds("S1-16"))
                .containsExactlyInAnyOrder(
                        "drill component_recovery_seconds below 300 s",
                        "drill component_data_loss_seconds below 0 s",
                        "drill database_failover_seconds below 180 s",
                        "drill regional_failover_seconds below 14400 s",
                        "drill regional_failover_data_loss_seconds below 900 s");
        assertThat(strategy("S1-16", StrategyKind.RESTART)
                        .automation()
                        .orElseThrow()
                        .within())
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(strategy("S1-16", StrategyKind.DB_FAILOVER)
                        .automation()
                        .orElseThrow()
                        .within())
                .isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    @Proves("S1-16")
    void drillsAreRunInFourSteps() {
        assertThat(table("S1-16", "drills", "id", "scope"))
                .containsExactly(
                        "component | one service, database instance or component",
                        "database | primary database and its failover",
                        "regional | whole stack across regions");
        assertThat(table("S1-16", "drills", "id", "way"))
                .startsWith(
                        "component | stop a task or terminate an instance; automatic recovery;"
                                + " by hand if needed; note time and issues",
                        "database | force a failover; standby promoted; application connects; measure downtime",
                        "regional | isolate services; fail over; check in us-west-2; note time and issues");
    }

    @Test
    @Proves("S1-17")
    void aDrillIsPlannedAndItsMeasuredTimesAreWrittenDown() {
        assertThat(listed("S1-17", "drill_record", "plan", "fields"))
                .containsExactly("objectives and scope", "scenario", "procedures", "roles", "success criteria");
        assertThat(listed("S1-17", "drill_record", "results", "fields"))
                .containsExactly("timeline", "actual RTO and RPO", "issues", "deviations", "recommendations");
        assertThat(listed("S1-17", "drill_record", "template", "fields"))
                .containsExactly(
                        "test id",
                        "date",
                        "type",
                        "participants",
                        "scenario",
                        "timeline",
                        "recovery time",
                        "data loss",
                        "issues",
                        "procedure effectiveness",
                        "improvement recommendations",
                        "sign-off by the DR Team Lead");
    }

    @Test
    @Proves("S1-18")
    void everyRoleOfTheTeamHasItsDuties() {
        assertThat(duties("S1-18"))
                .containsExactlyInAnyOrder(
                        "dr_team_lead | coordinates the recovery, talks to executives, decides failover",
                        "operations_lead | infrastructure recovery, documentation, timeline",
                        "database_lead | database recovery, data integrity",
                        "application_lead | application recovery and verification, user impact",
                        "network_security_lead | connectivity, security controls, external communication system",
                        "executive_sponsor | resources, business decisions, key clients");
        assertThat(table("S1-18", "team", "order"))
                .containsExactly("Executive Sponsor, DR Team Lead,"
                        + " then Operations, Database, Application, Network/Security Leads, then their engineers");
        assertThat(strategy("S1-18", StrategyKind.REGIONAL_FAILOVER).approvals())
                .extracting(PlannedStrategy.Approval::role)
                .containsExactly("dr_team_lead");
    }

    @Test
    @Proves("S1-19")
    void theTeamHearsWithinFifteenMinutesAndEveryThirty() {
        assertThat(table("S1-19", "communication", "id", "channel", "when"))
                .containsExactly(
                        "primary | Slack #disaster-recovery | -",
                        "backup | conference bridge | -",
                        "external | status.freightpriceagent.com | -",
                        "initial | - | within 15 min of the declaration",
                        "updates | - | every 30 min while recovery runs",
                        "milestones | - | as they happen",
                        "completion | - | at the end, with the impact");
        assertThat(messages("S1-19"))
                .contains("team | any | slack, conference_bridge | 15m | 30m | status-update#message");
    }

    @Test
    @Proves("S1-20")
    void aTeamThatIsStuckAsksAnExpertThenTheVendorOrTheSponsor() {
        assertThat(table("S1-20", "escalation_flow", "id", "then"))
                .containsExactly(
                        "own | resolve and write it down",
                        "technical | technical expert",
                        "expert-away | vendor support",
                        "business | Executive Sponsor decides");
    }

    @Test
    @Proves("S1-21")
    void theNextLevelIsCalledAfterThirtyAndSixtyMinutes() {
        assertThat(escalation("S1-21"))
                .startsWith(
                        "L1 | declared | 0s | no deadline | SEV1, SEV2 | dr_team_lead",
                        "L2 | declared | 30m | no deadline | SEV1, SEV2 | operations_lead, database_lead,"
                                + " application_lead, network_security_lead, cto",
                        "L3 | declared | 1h | no deadline | SEV1, SEV2 | executive_sponsor, aws_support,"
                                + " database_support, network_support");
    }

    @Test
    @Proves({"S1-22", "S1-23"})
    void fiveTiersSwitchMoreAndMoreOff() {
        assertThat(degradation("S1-22"))
                .containsExactly(
                        "NORMAL | Full operation | ",
                        "MINOR | Reduced functionality: only the failed feature is off | ",
                        "MODERATE | Essential features only | user management, configuration updates, reports, exports",
                        "SEVERE | Cached and static content, read-only | user management, configuration updates,"
                                + " reports, exports, new analyses, data ingestion",
                        "CRITICAL | Maintenance mode with status updates | every feature");
        assertThat(table("S1-22", "degradation_transitions", "title", "when"))
                .containsExactly(
                        "NORMAL to MINOR | non-critical failure",
                        "MINOR to MODERATE | more failures",
                        "MODERATE to SEVERE | critical service affected",
                        "SEVERE to CRITICAL | several critical failures",
                        "CRITICAL to SEVERE | critical service restored",
                        "SEVERE to MODERATE | critical service restored",
                        "MODERATE to MINOR | service restored",
                        "MINOR to NORMAL | service restored",
                        "Out of CRITICAL | complete restart of the system");
        assertThat(triggers("S1-23"))
                .containsExactlyInAnyOrder(
                        "service_unavailable | high | MINOR",
                        "service_unavailable | normal | MINOR",
                        "service_unavailable | low | MINOR",
                        "several_services_unavailable | high | MODERATE",
                        "several_services_unavailable | normal | MODERATE",
                        "several_services_unavailable | low | MODERATE",
                        "service_degraded | critical | SEVERE",
                        "several_services_unavailable | critical | CRITICAL");
        assertThat(table("S1-23", "degradation_impact", "id", "trigger", "users"))
                .containsExactly(
                        "minor | a non-critical service is unavailable | some features missing",
                        "moderate | several non-critical services are down | several features missing",
                        "severe | a critical service is degraded | read-only, data may be old",
                        "critical | several critical services are down | unavailable, status updates only");
    }

    @Test
    @Proves("S1-24")
    void administrationGoesOffFirstAndDataAccessLast() {
        assertThat(table("S1-24", "feature_priority", "priority", "title", "examples"))
                .startsWith(
                        "Critical | Core data access | view freight data and results",
                        "High | Basic analysis | view pre-calculated price movements",
                        "Medium | New analysis | create analyses",
                        "Low | Reporting | make and export reports",
                        "Lowest | Administration | users, configuration");
        assertThat(listed("S1-24", "feature_priority", "switches", "by"))
                .containsExactly(
                        "feature flags", "levels in AWS Parameter Store", "autoscaling towards prioritised services");
        assertThat(service("S1-24", "freight-api").importance()).isEqualTo(Importance.CRITICAL);
        assertThat(service("S1-24", "analysis").importance()).isEqualTo(Importance.HIGH);
        assertThat(service("S1-24", "reporting").importance()).isEqualTo(Importance.NORMAL);
        assertThat(service("S1-24", "export").importance()).isEqualTo(Importance.NORMAL);
        assertThat(service("S1-24", "admin").importance()).isEqualTo(Importance.LOW);
    }

    @Test
    @Proves("S1-25")
    void usersAreToldByTier() {
        assertThat(messages("S1-25"))
                .containsExactly(
                        "users | minor | in_app | 0s | no interval | user-message-minor#message",
                        "users | moderate | banner | 0s | 2h | user-message-moderate#message",
                        "users | severe | email, banner | 0s | 1h | user-message-severe#message",
                        "users | critical | email, sms, status_page | 0s | 30m | user-message-critical#message");
        assertThat(table("S1-25", "user_messages", "id", "method"))
                .containsExactly(
                        "minor | in-app notice",
                        "moderate | banner",
                        "severe | email and banner",
                        "critical | email, SMS, status page");
        assertThat(table("S1-25", "user_messages", "id", "content", "when"))
                .containsExactly(
                        "minor | feature, estimated resolution | once on feature access",
                        "moderate | features, estimated resolution | stays, renewed every 2 h",
                        "severe | limits, other ways in, estimated resolution | at once, then every hour",
                        "critical | unavailable, estimated resolution, other ways to work | at once, then every 30 min");
    }

    @Test
    @Proves("S1-26")
    void sixFunctionsSixComponentsAndFiveProtectionsAreChecked() {
        assertThat(table("S1-26", "validation_checks", "group", "title"))
                .containsExactly(
                        "core | Sign-in and rights",
                        "core | Ingestion from every source",
                        "core | Price movement calculation",
                        "core | Results and charts",
                        "core | Export in every format",
                        "core | External systems",
                        "technical | Application health checks",
                        "technical | Database connections and query speed",
                        "technical | Cache and hit rates",
                        "technical | Queue processing",
                        "technical | Scheduled jobs",
                        "technical | Monitoring and alerting",
                        "security | Certificates",
                        "security | Security groups and network ACLs",
                        "security | IAM rights and roles",
                        "security | Encryption, stored and moving",
                        "security | Logs and audit trail");
    }

    @Test
    @Proves("S1-27")
    void recoveredDataIsComparedInFourWays() {
        assertThat(table("S1-27", "data_integrity", "group", "title", "how"))
                .startsWith(
                        "database | Schema | compare with the reference",
                        "database | Constraints, indexes, relations | integrity checks",
                        "database | Row counts | against expected values",
                        "application | Last 24 h of transactions | sample",
                        "application | Reference data | lookup tables and configuration",
                        "application | Relations in the data | key business logic",
                        "analysis | Sample analyses | compare with results from before",
                        "analysis | Known results | test cases with known results",
                        "analysis | Charts | look at them");
        assertThat(listed("S1-27", "data_integrity", "automated", "how"))
                .containsExactly(
                        "consistency of key tables",
                        "row counts against the last known state",
                        "samples against snapshots",
                        "referential integrity");
    }

    @Test
    @Proves("S1-28")
    void performanceIsAcceptedByFiveLimits() {
        assertThat(thresholds("S1-28"))
                .containsExactlyInAnyOrder(
                        "validation response_time_p95_ms below 5000 ms",
                        "validation query_time_over_baseline_percent below 10 %",
                        "validation stable_concurrent_requests above 100 requests",
                        "validation ingestion_seconds_per_100000_records below 300 s",
                        "validation end_to_end_analysis_seconds below 10 s");
        assertThat(table("S1-28", "performance_validation", "title", "how", "passes"))
                .containsExactly(
                        "Response time | synthetic transactions | 95 % under 5 s",
                        "Database | query time | average within 10 % of the baseline",
                        "API throughput | load test | 100 concurrent requests at a stable response time",
                        "Ingestion | test import | 100 000 records in under 5 min",
                        "End-to-end analysis | test analysis | within 10 s on the standard data set");
        assertThat(table("S1-28", "paths", "path")).containsExactly("/ops/scripts/performance-validation/");
    }

    @Test
    @Proves({"S1-29", "S1-30"})
    void aPostMortemEndsInBetterRunbooks() {
        assertThat(listed("S1-29", "post_incident", "flow", "steps"))
                .containsExactly(
                        "resolved",
                        "schedule",
                        "collect",
                        "meet",
                        "document",
                        "action items",
                        "assign",
                        "track",
                        "verify",
                        "update runbooks",
                        "share");
        assertThat(table("S1-29", "post_incident", "id", "content"))
                .contains(
                        "timeline | what happened when; all actions; decision points and reasons",
                        "cause | primary cause; contributing factors; why controls did not help",
                        "impact | downtime; data loss; business",
                        "response | detection; speed; gaps in procedures",
                        "improvement | specific; by impact and feasibility; owner and deadline",
                        "tone | blameless");
        assertThat(table("S1-30", "kb_maintenance", "id", "update"))
                .containsExactly(
                        "procedures | close gaps; new validation steps; clear wording",
                        "architecture | diagrams; dependencies; contacts and escalation",
                        "runbooks | troubleshooting; commands; examples",
                        "change | peer review and approval");
    }

    @Test
    @Proves("S1-31")
    void improvementsHaveThreeHorizons() {
        assertThat(table("S1-31", "improvements", "id", "within"))
                .startsWith("immediate | 1 week", "short | 1 month", "long | needs planning");
        assertThat(table("S1-31", "improvements", "id", "content"))
                .endsWith(
                        "plan | tasks; owners and deadlines; success criteria",
                        "track | updates in team meetings; documentation; verification tests;"
                                + " tag for disaster recovery",
                        "verify | targeted DR tests; metrics; feedback");
    }

    @Test
    @Proves("S1-32")
    void peopleInsideAndOutsideHaveTheirNumbers() {
        assertThat(people("S1-32"))
                .containsExactly(
                        "dr_team_lead | Jane Smith, +1-555-1234, dr-lead@example.com"
                                + " | John Doe, +1-555-1234, dr-lead@example.com",
                        "operations_lead | Alex Johnson, +1-555-2345, ops-lead@example.com"
                                + " | Sarah Williams, +1-555-2345, ops-lead@example.com",
                        "database_lead | Miguel Rodriguez, +1-555-3456, db-lead@example.com"
                                + " | Lisa Chen, +1-555-3456, db-lead@example.com",
                        "application_lead | Priya Patel, +1-555-4567, app-lead@example.com"
                                + " | David Wilson, +1-555-4567, app-lead@example.com",
                        "network_security_lead | Thomas Brown, +1-555-5678, sec-lead@example.com"
                                + " | Emma Davis, +1-555-5678, sec-lead@example.com",
                        "aws_support | Amazon Web Services, +1-888-555-1000 | nobody",
                        "database_support | PostgreSQL Experts Inc., +1-888-555-2000,"
                                + " emergency@postgresqlexperts.com | nobody",
                        "network_support | NetOps Partners, +1-888-555-3000, support@netopspartners.com | nobody");
        assertThat(table("S1-32", "contacts_external", "id", "support", "portal", "phone", "email", "priority"))
                .containsExactly(
                        "aws_support | Enterprise | aws.amazon.com/support | +1-888-555-1000 | - | Critical",
                        "database_support | Premium | - | +1-888-555-2000 | emergency@postgresqlexperts.com | -",
                        "network_support | 24x7 | - | +1-888-555-3000 | support@netopspartners.com | -");
    }

    @Test
    @Proves("S1-35")
    void everyDependencyHasItsHarmAndItsWorkaround() {
        assertThat(table("S1-35", "dependencies", "id", "type", "impact", "workaround"))
                .containsExactly(
                        "rds | database | the whole system fails | none",
                        "s3 | object storage | new data files cannot be processed | keep files on local disks for now",
                        "ecs | container orchestration | new services cannot be deployed"
                                + " | run containers on EC2 by hand",
                        "route53 | DNS | the system is hard to reach | direct IP for emergency management",
                        "tms | external | no TMS data | CSV import",
                        "erp | external | no ERP data | CSV import");
        assertThat(service("S1-35", "tms-api").fallback()).contains("CSV import");
        assertThat(service("S1-35", "erp-api").fallback()).contains("CSV import");
        assertThat(service("S1-35", "ecs").fallback()).contains("run the containers on EC2 by hand");
        assertThat(service("S1-35", "dns").fallback()).contains("direct IP access for emergency management");
        assertThat(service("S1-35", "freight-db").fallback()).isEmpty();
    }

    @Test
    @Proves("S1-36")
    void eightLayersComeBackInOrder() {
        assertThat(waves("S1-36"))
                .containsExactly(
                        "1 | network | one by one | no limit",
                        "2 | freight-db | one by one | no limit",
                        "3 | object-storage | one by one | no limit",
                        "4 | cache | one by one | no limit",
                        "5 | ecs | one by one | no limit",
                        "6 | load-balancer | one by one | no limit",
                        "7 | authentication, freight-api, web, analysis, ingestion, reporting, export,"
                                + " scheduled-jobs, notifications, admin | one by one | no limit",
                        "8 | tms-api, erp-api | one by one | no limit");
    }

    @Test
    @Proves("S1-37")
    void failuresAreSeenInFivePlaces() {
        assertThat(table("S1-37", "detection_sources", "title"))
                .containsExactly(
                        "CloudWatch alarms",
                        "ECS health checks",
                        "RDS monitoring",
                        "Application health checks",
                        "AWS Health Dashboard");
    }
}
