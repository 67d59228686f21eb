package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.plan.PlanFigures.duties;
import static whatnow.plan.PlanFigures.escalation;
import static whatnow.plan.PlanFigures.estimate;
import static whatnow.plan.PlanFigures.listed;
import static whatnow.plan.PlanFigures.messages;
import static whatnow.plan.PlanFigures.people;
import static whatnow.plan.PlanFigures.plan;
import static whatnow.plan.PlanFigures.service;
import static whatnow.plan.PlanFigures.servicesOf;
import static whatnow.plan.PlanFigures.table;
import static whatnow.plan.PlanFigures.target;
import static whatnow.plan.PlanFigures.threshold;
import static whatnow.plan.PlanFigures.thresholds;
import static whatnow.plan.PlanFigures.tiers;
import static whatnow.plan.PlanFigures.waves;
import static whatnow.plan.Threshold.Purpose.VALIDATION;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import whatnow.testkit.Proves;

/** What S3 says of Tracktion, and where its plan has it. */
class PlanNumbersS3Test {

    private static final String TEAM =
            "incident_commander, technical_lead, dba, infrastructure_engineer, communications_lead";

    @Test
    @Proves("S3-01")
    void fiveKindsOfDisasterAreCoveredUnderSixPrinciples() {
        assertThat(table("S3-01", "scope", "title", "examples"))
                .startsWith(
                        "Complete failure | data centre outage; natural disaster",
                        "Partial failure | component failure; corruption",
                        "Security incident | attack; breach",
                        "Human error | deletion; wrong configuration",
                        "Third-party failure | cloud provider outage");
        assertThat(listed("S3-01", "scope", "principles", "list"))
                .containsExactly(
                        "prevention", "rapid response", "clear communication", "documented", "tested", "improved");
    }

    @Test
    @Proves({"S3-02", "S3-04"})
    void fourTiersPromiseFourTimes() {
        assertThat(target("S3-02", "tier_1")).isEqualTo("RTO 30m, RPO 15m");
        assertThat(target("S3-02", "tier_2")).isEqualTo("RTO 2h, RPO 1h");
        assertThat(target("S3-02", "tier_3")).isEqualTo("RTO 4h, RPO 4h");
        assertThat(target("S3-02", "tier_4")).isEqualTo("RTO 1d, RPO 1d");
        assertThat(target("S3-02", "analytics")).isEqualTo("RTO 4h, RPO none");
        assertThat(plan("S3-02").targetOf("reporting").rto()).contains(Duration.ofHours(4));
        assertThat(table("S3-02", "rto_by_tier", "title", "rto", "services"))
                .containsExactly(
                        "Critical | 30 min | production database, core API",
                        "Important | 2 h | file processing, user interfaces",
                        "Standard | 4 h | analytics, reporting",
                        "Non-critical | 24 h | development tools, documentation");
        assertThat(tiers("S3-04"))
                .containsExactly(
                        "tier_1 | hot_standby", "tier_2 | warm_standby", "tier_3 | cold_standby", "tier_4 | none");
    }

    @Test
    @Proves("S3-04")
    void everyTierHasItsServicesAndItsHarm() {
        assertThat(servicesOf("S3-04", "tier_1"))
                .containsExactlyInAnyOrder("analysis-service", "database", "authentication");
        assertThat(servicesOf("S3-04", "tier_2")).containsExactlyInAnyOrder("file-watcher", "tracklist-service", "web");
        assertThat(servicesOf("S3-04", "tier_3")).containsExactlyInAnyOrder("notification-service", "batch");
        assertThat(servicesOf("S3-04", "tier_4")).containsExactlyInAnyOrder("dev-tools", "documentation", "analytics");
        assertThat(table("S3-04", "business_impact", "id", "impact", "needs"))
                .containsExactly(
                        "tier_1 | complete unavailability, lost revenue | hot standby, automatic failover",
                        "tier_2 | reduced function, inconvenience | warm standby, manual failover",
                        "tier_3 | limited loss of function | cold standby, restore from backup",
                        "tier_4 | minimal | best effort");
    }

    @Test
    @Proves("S3-03")
    void fiveKindsOfDataMayLoseSoMuch() {
        assertThat(table("S3-03", "rpo_by_data", "id", "rpo", "by"))
                .containsExactly(
                        "transactional | 15 min | continuous WAL archiving",
                        "audio | 1 h | hourly incremental backup",
                        "configuration | 24 h | daily snapshot",
                        "logs | 4 h | log shipping every 4 h",
                        "uploads | 1 h | real-time sync to second storage");
        assertThat(target("S3-03", "storage")).isEqualTo("RTO none, RPO 1h");
        assertThat(target("S3-03", "configuration")).isEqualTo("RTO none, RPO 1d");
        assertThat(target("S3-03", "logs")).isEqualTo("RTO none, RPO 4h");
        assertThat(plan("S3-03").targetOf("database").rpo()).contains(Duration.ofMinutes(15));
    }

    @Test
    @Proves({"S3-05", "S3-06"})
    void sevenRisksAreRated() {
        assertThat(table("S3-05", "risks", "id", "probability", "every", "impact", "mitigation"))
                .containsExactly(
                        "hardware | High | month | degradation to complete outage | redundant hardware, monitoring",
                        "software | High | week | errors, corruption | tests, staged deployments, rollback",
                        "human | Medium | quarter | data loss, wrong configuration"
                                + " | access controls, backups, change management",
                        "cyber | Medium | year | breach, compromise"
                                + " | security controls, monitoring, incident response",
                        "cloud | Medium | year | complete unavailability | several regions, backup providers",
                        "natural | Low | 5 to 10 years | all infrastructure lost"
                                + " | geographic distribution, remote backups",
                        "workforce | Low | 10 years or more | less capacity to operate | remote work, documentation");
        assertThat(table("S3-06", "risks", "id", "rating", "priority"))
                .containsExactly(
                        "hardware | High / High, Critical | Immediate",
                        "software | High / Medium, High | Short-term",
                        "human | Medium / High, High | Short-term",
                        "cyber | Medium / High, High | Short-term",
                        "cloud | Medium / High, High | Medium-term",
                        "natural | Low / High, Medium | Long-term",
                        "workforce | Low / Medium, Low | Long-term");
    }

    @Test
    @Proves({"S3-07", "S3-08", "S3-09", "S3-10", "S3-11", "S3-12", "S3-13"})
    void sevenScenariosHaveTheirTriggersStrategiesAndTimes() {
        assertThat(table("S3-07", "scenarios", "triggers", "strategy", "time"))
                .containsExactly("site unavailable; all primary systems offline; no network to the site"
                        + " | second site; restore latest backups; redirect traffic | 2 to 4 h");
        assertThat(table("S3-08", "scenarios", "triggers", "strategy", "time"))
                .containsExactly("hardware; corruption; storage | replica if there; restore; rebuild | 30 min to 2 h");
        assertThat(table("S3-09", "scenarios", "triggers", "strategy", "time"))
                .containsExactly("crashes; orchestration; load balancer"
                        + " | auto-scaling; restart containers; reroute | 5 to 30 min");
        assertThat(table("S3-10", "scenarios", "triggers", "strategy", "time"))
                .containsExactly("file system corruption; hardware; backup system compromised"
                        + " | backup storage; offsite backups; rebuild | 1 to 4 h");
        assertThat(table("S3-11", "scenarios", "triggers", "strategy", "time"))
                .containsExactly("internet; DNS; CDN | backup ISP; alternative DNS; backup CDN | 15 min to 2 h");
        assertThat(table("S3-12", "scenarios", "triggers", "strategy", "time"))
                .containsExactly("breach; ransomware; unauthorised access"
                        + " | isolate; incident response team; clean backups | 4 to 24 h");
        assertThat(table("S3-13", "scenarios", "triggers", "strategy", "time"))
                .containsExactly("cloud provider; external API; payment processor"
                        + " | backup provider; cache or offline mode; manual processing | 30 min to 4 h");
    }

    @Test
    @Proves({"S3-07", "S3-09", "S3-12", "S3-13", "S3-32"})
    void theUpperEndOfAPlannedTimeIsTheEstimate() {
        assertThat(estimate("S3-07", StrategyKind.REGIONAL_FAILOVER)).isEqualTo("4h, plan, never measured");
        assertThat(estimate("S3-09", StrategyKind.RESTART)).isEqualTo("30m, plan, never measured");
        assertThat(estimate("S3-09", StrategyKind.REDEPLOY)).isEqualTo("30m, plan, never measured");
        assertThat(estimate("S3-12", StrategyKind.ISOLATE_AND_CLEAN_RESTORE)).isEqualTo("1d, plan, never measured");
        assertThat(estimate("S3-13", StrategyKind.FALLBACK_PROVIDER)).isEqualTo("4h, plan, never measured");
        assertThat(estimate("S3-32", StrategyKind.PITR)).isEqualTo("30m, plan, never measured");
        assertThat(estimate("S3-32", StrategyKind.BACKUP_RESTORE)).isEqualTo("4h, plan, never measured");
    }

    @Test
    @Proves({"S3-15", "S3-24", "S3-25"})
    void alertsUpdatesAndNoticesHaveTheirWaysAndWords() {
        assertThat(table("S3-15", "communication", "id", "fields", "call", "urgency", "to"))
                .containsExactly(
                        "alert-slack | incident, severity, description | - | - | -",
                        "alert-pagerduty | - | POST /incidents | high | -",
                        "alert-mail | - | - | - | recovery-team@tracktion.com, management@tracktion.com");
        assertThat(table("S3-15", "communication", "from")).contains("alerts@tracktion.com");
        assertThat(table("S3-24", "communication", "fields", "to"))
                .containsExactly("incident, time, status, ETA, next update, activities, impact, next steps"
                        + " | Slack, stakeholders@tracktion.com, Statuspage");
        assertThat(messages("S3-24")).containsExactly("team | any | slack, email | 0s | 30m | status-update#message");
        assertThat(messages("S3-25"))
                .containsExactly("customers | any | email, status_page | 0s | 30m | customer-initial-notice#message");
        assertThat(table("S3-25", "communication", "id", "every", "affected", "see"))
                .contains("customer-initial | 30 min | audio analysis, file processing, web interface"
                        + " | status.tracktion.com, support@tracktion.com");
        assertThat(table("S3-25", "communication", "template"))
                .containsExactly("customer-initial-notice#message", "customer-restored-notice#message");
        assertThat(listed("S3-25", "communication", "customer-restored", "fields"))
                .containsExactly("duration", "services", "data impact", "what happened", "what we did", "what next");
    }

    @Test
    @Proves("S3-16")
    void everyRoleHasItsDutiesAndSkills() {
        assertThat(duties("S3-16"))
                .containsExactly(
                        "incident_commander | coordination, decisions, external communication, resources,"
                                + " final approval",
                        "technical_lead | technical decisions, restoration, coordination, reports to the commander,"
                                + " procedure validation",
                        "dba | recovery, integrity, backups, performance",
                        "infrastructure_engineer | servers, network, cloud, monitoring, hardening and compliance",
                        "communications_lead | stakeholders, status, documentation, post-incident reports");
        assertThat(table("S3-16", "skills", "id", "skills"))
                .containsExactly(
                        "incident_commander | leadership under pressure; business priorities; communication;"
                                + " incident management",
                        "technical_lead | Tracktion systems; recovery procedures; leading a team; solving problems",
                        "dba | PostgreSQL; backup and recovery; integrity; tuning",
                        "infrastructure_engineer | Linux; Docker; AWS, Azure, GCP; networks",
                        "communications_lead | technical writing; stakeholders; reports; crisis communication");
    }

    @Test
    @Proves("S3-26")
    void fourLevelsMustRespondInTime() {
        assertThat(escalation("S3-26"))
                .containsExactly(
                        "L1 | opened | 0s | 15m | any | on_call_engineer",
                        "L2 | opened | 0s | 30m | SEV1, SEV2 | " + TEAM + ", engineering_manager",
                        "L2 | unanswered | 15m | 30m | any | " + TEAM + ", engineering_manager",
                        "L3 | unanswered | 10m | no deadline | SEV1, SEV2 | cto, ceo",
                        "L3 | business_critical | 0s | 1h | any | cto, ceo, " + TEAM,
                        "L4 | opened | 2h | 4h | SEV1, SEV2 | external_contractors");
        assertThat(table("S3-26", "escalation_levels", "id", "who"))
                .containsExactly(
                        "L1 | on-call engineer",
                        "L2 | recovery team and Engineering Manager",
                        "L3 | full recovery team with CTO and CEO",
                        "L4 | all internal people and external contractors");
        assertThat(table("S3-26", "escalation_levels", "id", "respond", "trigger", "authority"))
                .containsExactly(
                        "L1 | within 15 min | service degradation | standard procedures",
                        "L2 | within 30 min | major outage or handed up by level 1 | emergency procedures",
                        "L3 | within 1 h | business-critical outage or possible data loss"
                                + " | major decisions and resources",
                        "L4 | within 2 to 4 h | extended outage or missing expertise | unlimited resources");
    }

    @Test
    @Proves("S3-27")
    void twoRolesHaveADeputyAndThreeHaveNone() {
        assertThat(people("S3-27"))
                .containsExactly(
                        "incident_commander | John Smith, +1-555-0101, john.smith@tracktion.com"
                                + " | Sarah Johnson, +1-555-0102, sarah.johnson@tracktion.com",
                        "technical_lead | Mike Chen, +1-555-0103, mike.chen@tracktion.com"
                                + " | Lisa Wang, +1-555-0104, lisa.wang@tracktion.com",
                        "dba | David Rodriguez, +1-555-0105, david.rodriguez@tracktion.com | nobody",
                        "infrastructure_engineer | Emma Thompson, +1-555-0106, emma.thompson@tracktion.com | nobody",
                        "communications_lead | Alex Kumar, +1-555-0107, alex.kumar@tracktion.com | nobody");
    }

    @Test
    @Proves({"S3-28", "S3-29", "S3-30"})
    void infrastructureIsNamedForNormalLeastAndFullOperation() {
        assertThat(table("S3-28", "infrastructure", "id", "region", "compute", "database", "storage", "network"))
                .containsExactly(
                        "production | us-east-1 | 3 c5.xlarge | RDS PostgreSQL, Multi-AZ | EBS gp3, S3"
                                + " | VPC, several zones",
                        "standby | us-west-2 | 2 c5.large | RDS read replica | S3 cross-region replication"
                                + " | own VPC, VPN");
        assertThat(plan("S3-28")
                        .strategy(StrategyKind.REGIONAL_FAILOVER)
                        .orElseThrow()
                        .targets())
                .containsExactly(new PlannedStrategy.FailoverTarget("us-west-2", false));
        assertThat(table("S3-29", "minimum_infrastructure", "id", "instances", "type", "memory", "cpu", "storage"))
                .startsWith(
                        "compute | 2 | c5.large | 8 GB | 2 vCPU | -",
                        "database | - | db.t3.medium | 4 GB | -" + " | 100 GB SSD");
        assertThat(table("S3-29", "minimum_infrastructure", "id", "type", "capacity", "bandwidth", "zones"))
                .endsWith("storage | S3 Standard | 1 TB | - | -", "network | - | - | 100 Mbps | 2");
        assertThat(table("S3-30", "full_infrastructure", "id", "instances", "type", "memory", "cpu", "storage"))
                .startsWith(
                        "compute | 4 | c5.xlarge | 16 GB | 4 vCPU | -",
                        "database | - | db.r5.xlarge | 32 GB | - | 500 GB SSD",
                        "replica | - | db.r5.large | 16 GB | - | -");
        assertThat(table("S3-30", "full_infrastructure", "id", "type", "capacity", "backups"))
                .contains("storage | S3 Standard | 5 TB | S3 Glacier");
        assertThat(table("S3-30", "full_infrastructure", "id", "bandwidth", "zones", "load-balancer"))
                .endsWith("network | 1 Gbps | 3 | ALB");
    }

    @Test
    @Proves({"S3-32", "S3-33"})
    void threeLevelsBringDatabaseAndFilesBack() {
        assertThat(table("S3-32", "recovery_levels", "id", "covers", "by", "time", "up-to", "loss", "loss-up-to"))
                .containsExactly(
                        "database-1 | last 15 min | WAL replay | 15 to 30 min | 30m | minimal, RPO 15 min | 15m",
                        "database-2 | last 24 h | full backup and log replay | 1 to 2 h | 2h | up to 24 h | 24h",
                        "database-3 | last week | weekly full backup | 2 to 4 h | 4h | up to 1 week | 7d");
        assertThat(table("S3-33", "recovery_levels", "id", "covers", "by", "time", "up-to", "loss", "loss-up-to"))
                .containsExactly(
                        "files-1 | now less a few minutes | rsync from backup servers | 30 min | 30m | minimal | -",
                        "files-2 | the day before | daily incremental backup | 1 to 2 h | 2h | up to 24 h | 24h",
                        "files-3 | the week before | weekly full backup | 4 to 8 h | 8h | up to 1 week | 7d");
    }

    @Test
    @Proves({"S3-34", "S3-35"})
    void rowsAndFilesAreCheckedForSense() {
        assertThat(table("S3-34", "data_integrity", "title"))
                .containsExactly(
                        "Table sizes and columns",
                        "Foreign keys valid",
                        "No duplicate primary keys",
                        "No dates in the future",
                        "File size above 0",
                        "Confidence from 0 to 1",
                        "No negative durations");
        assertThat(table("S3-34", "data_integrity", "id", "table"))
                .endsWith(
                        "future-dates | audio_files",
                        "file-sizes | audio_files",
                        "confidence | analysis_results",
                        "durations | analysis_results");
        assertThat(thresholds("S3-34"))
                .containsExactlyInAnyOrder(
                        "validation invalid_foreign_keys below 0 constraints",
                        "validation duplicate_primary_keys below 0 rows",
                        "validation future_dates below 0 rows",
                        "validation empty_file_sizes below 0 rows",
                        "validation confidence_outside_0_to_1 below 0 rows",
                        "validation negative_durations below 0 rows");
        assertThat(table("S3-35", "data_integrity", "id", "paths", "types", "unit", "then"))
                .containsExactly(
                        "directories | /app/data/audio_files, /app/data/user_uploads, /app/logs, /app/config"
                                + " | - | - | -",
                        "permissions | - | - | - | -",
                        "types | - | mp3, wav, flac | - | -",
                        "share | - | - | % | -",
                        "recommendations | - | - | - | restore them from backup; verify the backup");
        assertThat(table("S3-35", "data_integrity", "title"))
                .startsWith("Four directories", "Permissions, owner, count", "File type matches its name");
    }

    @Test
    @Proves("S3-37")
    void dependenciesComeBackInFiveSteps() {
        assertThat(waves("S3-37"))
                .containsExactly(
                        "1 | database | one by one | 5m",
                        "2 | redis | one by one | no limit",
                        "3 | message-queue | one by one | no limit",
                        "4 | storage | one by one | no limit",
                        "5 | authentication, analysis-service, file-watcher, tracklist-service, web,"
                                + " notification-service, batch, reporting | one by one | no limit");
        assertThat(table("S3-37", "recovery_waits", "id", "wait", "every"))
                .containsExactly("database | 300 s | 10 s", "redis | 10 s | -");
    }

    @Test
    @Proves({"S3-39", "S3-40"})
    void drillsHaveTheirRhythmLengthAndParticipants() {
        assertThat(table("S3-39", "drills", "every", "title", "lasts", "who"))
                .containsExactly(
                        "month | Component recovery | 4 h | Technical Team",
                        "quarter | Full system recovery | 8 h | Recovery Team and Management",
                        "half year | Business continuity exercise | 2 days | all teams and external partners",
                        "year | Disaster recovery audit | 1 week | external auditors and all teams");
        assertThat(table("S3-39", "drills", "id", "scope"))
                .containsExactly(
                        "monthly | single services",
                        "quarterly | complete system",
                        "half-yearly | end-to-end scenario",
                        "annual | whole plan");
        assertThat(table("S3-40", "drill_components", "id", "id-format"))
                .startsWith("database | DR-TEST-YYYYMMDD-HHMMSS", "analysis-service | -", "file-watcher | -")
                .contains("storage | -");
        assertThat(table("S3-40", "drill_components", "format", "to", "next"))
                .contains("component, PASS or FAIL, detail | recovery-team@tracktion.com | in 1 month");
        assertThat(table("S3-40", "drill_components", "id", "way"))
                .contains(
                        "database | restore the newest backup into a test database; count tables",
                        "storage | write, copy, remove, restore, compare",
                        "analysis-service | stop, start, healthy within 60 s",
                        "file-watcher | stop, start, healthy within 60 s");
        assertThat(thresholds("S3-40")).containsExactly("drill service_healthy_after_seconds below 60 s");
        assertThat(table("S3-40", "drill_criteria", "passes")).containsExactly("within 60 s");
    }

    @Test
    @Proves("S3-41")
    void theQuarterlyDrillIsJudgedByTimeLossAnswersAndHealth() {
        assertThat(target("S3-41", "plan")).isEqualTo("RTO 4h, RPO 1h");
        assertThat(thresholds("S3-41"))
                .containsExactlyInAnyOrder(
                        "drill health_response_ms below 2000 ms",
                        "drill recovery_seconds below 14400 s",
                        "drill data_loss_seconds below 3600 s",
                        "drill healthy_services above 4 services");
        assertThat(table("S3-41", "drill_criteria", "id", "passes"))
                .containsExactly(
                        "response | under 2.0 s",
                        "rto | under 4 h (14 400 s)",
                        "rpo | within 1 h",
                        "services | 4 of 4");
        assertThat(listed("S3-41", "drill_components", "full", "way"))
                .containsExactly(
                        "database full",
                        "infrastructure full",
                        "application containers",
                        "configuration",
                        "validation");
        assertThat(table("S3-41", "drill_components", "id-format", "report", "to", "next"))
                .containsExactly("DR-FULL-TEST-YYYYMMDD-HHMMSS | findings; recommendations; action items"
                        + " | recovery-team@tracktion.com, management@tracktion.com | in 3 months");
    }

    @Test
    @Proves({"S3-42", "S3-43"})
    void sevenChecksFollowARecoveryAndEachHasItsLimit() {
        assertThat(table("S3-42", "validation_checks", "id"))
                .containsExactly(
                        "system_health",
                        "data_integrity",
                        "application_functionality",
                        "performance_baseline",
                        "security_posture",
                        "monitoring_systems",
                        "backup_systems");
        assertThat(threshold("S3-42", "validation_checks_passed", VALIDATION))
                .isEqualTo("validation validation_checks_passed above 7 checks");
        assertThat(table("S3-42", "validation_checks", "id", "checks"))
                .contains("application_functionality | sample analysis succeeds; file watcher sees a new file");
        assertThat(table("S3-43", "paths", "path")).containsExactly("/opt/tracktion/backup_scripts/verify_backups.sh");
        assertThat(table("S3-42", "validation_verdict", "passes", "reports"))
                .containsExactly("7 of 7 | checks passed, checks failed, success in %");
        assertThat(thresholds("S3-43"))
                .containsExactlyInAnyOrder(
                        "validation cpu_percent below 80 %",
                        "validation memory_percent below 85 %",
                        "validation disk_percent below 90 %",
                        "validation orphan_records below 0 records",
                        "validation health_response_ms below 1000 ms",
                        "validation backup_age_hours below 24 h");
        assertThat(table("S3-43", "validation_checks", "id", "checks"))
                .containsExactly(
                        "system_health | four services; database; CPU under 80 %; memory under 85 %;"
                                + " disk under 90 %",
                        "data_integrity | counts of tables, audio files, results; orphan records 0",
                        "performance_baseline | health answers under 1.0 s",
                        "security_posture | open ports; database.conf 640 or 600",
                        "monitoring_systems | Prometheus /-/healthy; Grafana /api/health",
                        "backup_systems | backup under 1 day old; verify_backups.sh passes");
        assertThat(table("S3-42", "validation_follow_up", "title"))
                .containsExactly(
                        "Review with the recovery team",
                        "Address failed checks",
                        "Update procedures",
                        "Schedule the post-incident review");
        assertThat(service("S3-43", "prometheus").endpoints())
                .containsExactly(new PlannedService.Endpoint("http", "http://prometheus:9090/-/healthy"));
        assertThat(service("S3-43", "grafana").endpoints())
                .containsExactly(new PlannedService.Endpoint("http", "http://grafana:3000/api/health"));
    }

    @Test
    @Proves("S3-44")
    void aPostIncidentReviewHasItsPartsAndDates() {
        assertThat(table("S3-44", "post_incident", "id"))
                .containsExactly(
                        "summary",
                        "timeline",
                        "impact",
                        "cause",
                        "judgement",
                        "lessons",
                        "actions",
                        "prevention",
                        "improvements",
                        "follow-up",
                        "appendices");
        assertThat(listed("S3-44", "post_incident", "timeline", "columns"))
                .containsExactly("time", "event", "action", "person");
        assertThat(table("S3-44", "post_incident", "business", "technical"))
                .contains("availability; users; revenue; data | components; performance; secondary systems");
        assertThat(table("S3-44", "post_incident", "parts"))
                .contains("primary; contributing; failure points in detection, response, recovery, communication");
        assertThat(listed("S3-44", "post_incident", "lessons", "kinds"))
                .containsExactly("technical", "process", "communication");
        assertThat(listed("S3-44", "post_incident", "actions", "columns"))
                .containsExactly("action", "owner", "due", "priority", "status");
        assertThat(table("S3-44", "post_incident", "immediate", "short-term", "long-term"))
                .contains("within 1 week | within 1 month | within 3 months");
        assertThat(listed("S3-44", "post_incident", "improvements", "areas"))
                .containsExactly("procedures", "monitoring and alerting", "communication", "training");
        assertThat(table("S3-44", "post_incident", "first", "second", "last"))
                .contains("after 30 days | after 90 days | with the annual review");
        assertThat(table("S3-44", "post_incident", "A", "B", "C", "D"))
                .contains("logs | communication | recovery metrics | customer impact");
    }

    @Test
    @Proves({"S3-45", "S3-46"})
    void theAnnualReviewLooksAtSevenAreasAndIsApproved() {
        assertThat(table("S3-45", "review_areas", "id", "looks-at"))
                .containsExactly(
                        "rto_rpo_objectives | average actual recovery against 30 min",
                        "risk_assessment | incidents per category",
                        "recovery_procedures | timeouts and failures in drill logs",
                        "team_contacts | phones; mails; roles; backups; emergency channels",
                        "infrastructure_changes | containers; database version; storage; default routes",
                        "lessons_learned | themes of what went poorly",
                        "testing_results | conducted, success rate, failed");
        assertThat(table("S3-45", "review_areas", "sample"))
                .contains(
                        "hardware 3, software 8, human 2, cyber 0, cloud 1, natural 0: invented",
                        "12/12, 4/4, 1/1, 95 %, 2 failed: invented");
        assertThat(table("S3-46", "review_report", "id", "list"))
                .startsWith(
                        "findings | RTO and RPO; risk accuracy; procedures; team; infrastructure",
                        "high | targets from measurements; risk probabilities; slow procedures",
                        "medium | contacts and roles; infrastructure documents; monitoring and alerting",
                        "low | plan text; drill scenarios; training");
        assertThat(table("S3-46", "review_report", "quarterly", "annual")).contains("in 3 months | in 1 year");
        assertThat(listed("S3-46", "review_report", "approval", "by"))
                .containsExactly("Technical Lead", "Operations Manager", "CTO", "Risk Management");
        assertThat(table("S3-46", "review_report", "format")).contains("YEAR.MMDD");
    }

    @Test
    @Proves("S3-47")
    void filesAndFoldersAreNamed() {
        assertThat(table("S3-47", "paths", "path"))
                .containsExactly(
                        "/opt/tracktion/docker-compose.yml",
                        "/opt/tracktion/disaster_recovery/",
                        "/opt/tracktion/disaster_recovery/team_contacts.yml",
                        "/var/log/incident_metrics_<year>.csv",
                        "/var/log/dr_tests",
                        "/var/log/post_incident_reviews",
                        "/backups/database",
                        "/backups/configuration",
                        "/backups/wal_archive");
        assertThat(table("S3-47", "paths", "id", "rto")).contains("metrics | column 3");
    }

    @Test
    @Proves("S3-48")
    void theImmediateResponseTakesHalfAnHour() {
        assertThat(table("S3-48", "phases", "time", "steps"))
                .containsExactly("0 to 30 min | assessment; alert; team activation");
    }

    /** The steps themselves are articles; these are the figures that the plan keeps beside them. */
    @Test
    @Proves({"S3-14", "S3-19", "S3-20", "S3-21", "S3-22", "S3-31", "S3-36", "S3-38"})
    void figuresBesideTheProceduresAreThoseOfTheScripts() {
        assertThat(List.of("analysis-service", "file-watcher", "tracklist-service", "notification-service"))
                .allSatisfy(it -> assertThat(service("S3-14", it).endpoints())
                        .containsExactly(new PlannedService.Endpoint("http", "http://%s:8000/health".formatted(it))));
        assertThat(service("S3-14", "database").endpoints())
                .containsExactly(new PlannedService.Endpoint("tcp", "database:5432"));
        assertThat(table("S3-14", "assessment_checks", "id", "check", "format"))
                .contains(
                        "services | GET :8000/health of analysis-service, file-watcher, tracklist-service,"
                                + " notification-service | -",
                        "database | pg_isready -h database -p 5432 | -",
                        "storage | /app/data writable | -",
                        "incident-id | - | DR-YYYYMMDD-HHMMSS");
        assertThat(table("S3-19", "recovery_waits", "wait")).containsExactly("30 s");
        assertThat(table("S3-20", "network_recovery", "servers")).contains("8.8.8.8, 8.8.4.4, 1.1.1.1");
        assertThat(thresholds("S3-21")).containsExactly("failover failed_health_checks below 1 checks");
        assertThat(table("S3-21", "recovery_waits", "wait")).containsExactly("10 s");
        assertThat(table("S3-22", "recovery_waits", "wait")).containsExactly("30 s");
        assertThat(table("S3-31", "provisioning", "stack", "instance", "database", "storage", "region"))
                .containsExactly(
                        "tracktion-recovery-min | c5.large | db.t3.medium | 100 GB | us-west-2",
                        "tracktion-recovery-full | c5.xlarge | db.r5.xlarge | 500 GB | us-west-2");
        assertThat(table("S3-36", "recovery_waits", "id", "wait", "every"))
                .containsExactly("quick | 60 s | 5 s", "full | 30 s | -", "rebuild | 60 s | -");
        assertThat(table("S3-38", "configuration_recovery", "conf", "json")).contains("640 | 644");
        assertThat(table("S3-38", "configuration_recovery", "prefix")).contains("TRACKTION_");
    }
}
