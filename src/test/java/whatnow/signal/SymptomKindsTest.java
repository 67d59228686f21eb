package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.incident.SymptomKind;

/** Each kind is read from an alert's own words, and a near miss is not. */
class SymptomKindsTest {

    private static final SymptomReader READER = ShippedSymptoms.reader();

    @ParameterizedTest(name = "{0} / {1} / {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            GizmoClusterHasNoLeader      |                                                        |                                         | UNAVAILABLE
            GizmoDown                    | Gizmo has disappeared from target discovery            |                                         | UNAVAILABLE
            GizmoPodsDown                | All pods of gizmo are down                             |                                         | UNAVAILABLE
            ShopProbeFailed              | Probe of https://shop.example.com has failed           |                                         | UNAVAILABLE
            GizmoPodsDown                | Two pods of gizmo are down                             |                                         | INSTANCE_DOWN
            GizmoDown                    | Gizmo on 10.3.0.9:8080 is down                         |                                         | INSTANCE_DOWN
            GizmoRestartingTooOften      | Container gizmo is crash looping                       |                                         | INSTANCE_DOWN
            PeeringBgpSessionIdle        |                                                        |                                         | INSTANCE_DOWN
            CheckoutFailures             | More than 5 % of the payments are refused              |                                         | ERRORS
            team-blue-17                 | Gizmo answers with errors                              |                                         | ERRORS
            team-blue-17                 |                                                        | rate(gizmo_total{code=~"5.."}[5m]) > 1  | ERRORS
            GizmoLatencyHigh             |                                                        |                                         | SLOW
            team-blue-17                 | Requests to gizmo take too long                        |                                         | SLOW
            GizmoDiskFillingUp           | Less than a tenth of the disk is left                  |                                         | SATURATED
            team-blue-17                 | The connection pool of gizmo is exhausted              |                                         | SATURATED
            team-blue-17                 |                                                        | predict_linear(gizmo_bytes[6h], 1) < 0  | SATURATED
            GizmoOutOfMemoryErrors       |                                                        |                                         | SATURATED
            GizmoReplicaFarBehind        | The replica is 15 minutes behind                       |                                         | LAGGING
            GizmoBacklogGrows            |                                                        |                                         | LAGGING
            HostClockSkew                |                                                        |                                         | LAGGING
            GizmoTrafficCessation        | Gizmo has not received any traffic                     |                                         | UNUSUAL_LOAD
            GizmoLoginRateUnusuallyHigh  |                                                        |                                         | UNUSUAL_LOAD
            GizmoUnderReplicated         |                                                        |                                         | REDUNDANCY_LOST
            RaidArrayDegraded            |                                                        |                                         | REDUNDANCY_LOST
            GizmoHasNoStandby            |                                                        |                                         | REDUNDANCY_LOST
            RackFanFailed                | The fan turns at 0 RPM                                 |                                         | HARDWARE_FAILING
            ServerTemperatureCritical    |                                                        |                                         | HARDWARE_FAILING
            GizmoChecksumMismatch        |                                                        |                                         | CORRUPT
            GizmoSplitBrain              |                                                        |                                         | CORRUPT
            GizmoDataBlocksLost          |                                                        |                                         | DATA_LOSS
            GizmoBackupOverdue           | No backup for 30 hours                                 |                                         | BACKUP_FAILED
            GizmoWalArchivingFailing     |                                                        |                                         | WAL_ARCHIVE_FAILING
            BackupsDeletedByStranger     |                                                        |                                         | BACKUPS_COMPROMISED
            SuspiciousLoginOfRoot        |                                                        |                                         | INTRUSION
            RansomNoteFound              |                                                        |                                         | RANSOMWARE
            NightlyJobFailed             |                                                        |                                         | JOB_FAILED
            GizmoRolloutStuck            |                                                        |                                         | JOB_FAILED
            GizmoCompactorHasNotRun      |                                                        |                                         | JOB_FAILED
            GizmoConfigReloadFailed      |                                                        |                                         | MISCONFIGURED
            GizmoVersionMismatch         |                                                        |                                         | MISCONFIGURED
            ShopCertificateExpiresSoon   |                                                        |                                         | EXPIRING
            GizmoTokenExpired            |                                                        |                                         | EXPIRING
            GizmoExporterDown            |                                                        |                                         | UNOBSERVED
            GizmoMetricsAbsent           |                                                        |                                         | UNOBSERVED
            team-blue-17                 |                                                        | absent(gizmo_build_info)                | UNOBSERVED
            GizmoLeaderChanged           |                                                        |                                         | CHANGED
            SqlDatabaseDeleted           |                                                        |                                         | CHANGED
            ZoneOutageReported           |                                                        |                                         | ZONE_DOWN
            RegionOutageReported         |                                                        |                                         | REGION_DOWN
            GizmoHostRestartedRecently   |                                                        |                                         | CHANGED
            GizmoPodRestartsTooOften     |                                                        |                                         | INSTANCE_DOWN
            UpsOnBattery                 |                                                        |                                         | HARDWARE_FAILING
            GizmoFollowUpsOnBatch        |                                                        |                                         | OTHER
            RootAccountUsage             |                                                        |                                         | INTRUSION
            GizmoFirewallDeniedHits      |                                                        |                                         | INTRUSION
            OrdersDroppedToZero          |                                                        |                                         | UNUSUAL_LOAD
            OrdersFailing                |                                                        |                                         | ERRORS
            GizmoModelAccuracyLow        |                                                        |                                         | OTHER
            GizmoChainForkDetected       |                                                        |                                         | CORRUPT
            team-blue-17                 |                                                        | Average CPUUtilization > 80             | SATURATED
            team-blue-17                 |                                                        | Maximum ApproximateAgeOfOldestMessage > 600 | LAGGING
            team-blue-17                 |                                                        | Sum UnHealthyHostCount > 0              | INSTANCE_DOWN
            team-blue-17                 |                                                        | check_disk!20%!10%!/                    | SATURATED
            team-blue-17                 |                                                        | nodata(/Gizmo/up,5m)=1                  | UNOBSERVED
            UserTools                    | Tools for users were run                               | spawned_process and proc.name = passwd  | INTRUSION
            RansomNoteFound              | A note was found                                       | spawned_process and proc.name = passwd  | RANSOMWARE
            GizmoFrobnicated             | Gizmo has frobnicated                                  |                                         | OTHER
            GizmoHigh                    | Gizmo is high                                          |                                         | OTHER
            TooManyGizmos                |                                                        |                                         | OTHER
            team-blue-17                 |                                                        |                                         | OTHER
            """)
    void theWordsOfAnAlertSayItsKind(String name, String summary, String expression, SymptomKind kind) {
        assertThat(read(name, Map.of(), annotations(summary, expression))).isEqualTo(kind);
    }

    /** What may have caused it, may follow or should be checked is not what is wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gizmo is odd. This may be caused by a full disk.
            Gizmo is odd, which could lead to data loss.
            Gizmo is odd. Check whether its certificate has expired.
            Gizmo is odd. If it is down, restart it.
            """)
    void guessesAndAdviceSayNothing(String summary) {
        assertThat(read("team-blue-17", Map.of(), Map.of("summary", summary))).isEqualTo(SymptomKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({"GizmoNotDown", "GizmoNotSaturated", "GizmoNeverSlow"})
    void whatIsDeniedIsNotSaid(String name) {
        assertThat(read(name, Map.of(), Map.of())).isEqualTo(SymptomKind.OTHER);
    }

    @Test
    void theNameCountsMoreThanTheSummaryAndThatMoreThanTheDescription() {
        assertThat(read("GizmoSlow", Map.of(), Map.of("summary", "Gizmo has errors")))
                .isEqualTo(SymptomKind.SLOW);
        assertThat(read(
                        "team-blue-17",
                        Map.of(),
                        Map.of("summary", "Gizmo has errors", "description", "Gizmo is slow")))
                .isEqualTo(SymptomKind.ERRORS);
    }

    @Test
    void wordsThatFitManyKindsYieldToThoseBesideThatLeaveNoDoubt() {
        assertThat(read("GizmoFailed", Map.of(), Map.of("summary", "The nightly backup of gizmo failed")))
                .isEqualTo(SymptomKind.BACKUP_FAILED);
        assertThat(read("GizmoCertificateExpires", Map.of(), Map.of("summary", "The nightly backup of gizmo failed")))
                .isEqualTo(SymptomKind.EXPIRING);
    }

    /** A description tells of causes too. */
    @Test
    void wordsThatFitManyKindsDoNotYieldToTheDescription() {
        assertThat(read("GizmoFailed", Map.of(), Map.of("description", "The nightly backup of gizmo failed")))
                .isEqualTo(SymptomKind.ERRORS);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Servicio caído                   | UNAVAILABLE
            Memoria alta en gizmo            | SATURATED
            Falhas na API de pagamentos      | ERRORS
            Temps de réponse élevé           | SLOW
            Sauvegarde échouée               | BACKUP_FAILED
            Dienst nicht erreichbar          | UNAVAILABLE
            Festplatte voll                  | SATURATED
            Сервис не отвечает               | UNAVAILABLE
            Сертификат истекает              | EXPIRING
            Нет метрик панели                | UNOBSERVED
            Servizio non raggiungibile       | UNAVAILABLE
            磁盘空间不足                      | SATURATED
            消息队列积压                      | LAGGING
            备份失败                          | BACKUP_FAILED
            エラー率が高い                    | ERRORS
            디스크 공간 부족                  | SATURATED
            今天天气很好                      | OTHER
            Все хорошо                       | OTHER
            """)
    void alertsInOtherLanguagesAreReadByTheirMostTellingWords(String name, SymptomKind kind) {
        assertThat(read(name, Map.of(), Map.of())).isEqualTo(kind);
    }

    /** Many senders write behind each sentence which machine it is. */
    @Test
    void whoseAlertItIsSaysNothingOfWhatIsWrong() {
        assertThat(read("team-blue-17", Map.of(), Map.of("summary", "Expansion failures (instance 10.0.12.7:9100)")))
                .isEqualTo(SymptomKind.ERRORS);
        assertThat(read(
                        "team-blue-17",
                        Map.of(),
                        Map.of("description", "Gizmo is odd. LABELS = map[job:backup-failed]")))
                .isEqualTo(SymptomKind.OTHER);
        assertThat(read("team-blue-17", Map.of(), Map.of("summary", "Gizmo is odd (host down)")))
                .isEqualTo(SymptomKind.INSTANCE_DOWN);
    }

    @Test
    void figuresInARowAreToldApartAsInAnAlert() {
        assertThat(read("team-blue-17", Map.of(), Map.of("summary", "p99 of gizmo is 3 s")))
                .isEqualTo(SymptomKind.SLOW);
    }

    @Test
    void whatIsSaidCountsMoreThanWhatIsMerelyNamed() {
        assertThat(read("GizmoMemory", Map.of(), Map.of("summary", "Gizmo has errors")))
                .isEqualTo(SymptomKind.ERRORS);
        assertThat(read("GizmoMemory", Map.of(), Map.of())).isEqualTo(SymptomKind.SATURATED);
    }

    @Test
    void aLabelThatNobodyKnowsNeverChangesTheKind() {
        var random = new Random(20261130);

        for (var alert : some()) {
            var more = new HashMap<>(Map.of("alertname", alert));
            IntStream.range(0, 5).forEach(it -> more.put("x" + random.nextInt(1_000), words(random)));

            assertThat(read(alert, more, Map.of()))
                    .as("%s with %s", alert, more)
                    .isEqualTo(read(alert, Map.of(), Map.of()));
        }
    }

    @Test
    void theSendersSeverityNeverChangesTheKind() {
        for (var alert : some()) {
            for (var severity : List.of("critical", "warning", "info", "page", "down", "disk full", "s1")) {
                assertThat(read(alert, Map.of("severity", severity), Map.of()))
                        .as("%s at %s", alert, severity)
                        .isEqualTo(read(alert, Map.of(), Map.of()));
            }
        }
    }

    private static List<String> some() {
        var random = new Random(7);
        var names = new ArrayList<String>();
        IntStream.range(0, 100).forEach(_ -> names.add("Gizmo" + words(random)));
        return names;
    }

    private static String words(Random random) {
        var words = List.of(
                "Down", "Slow", "Disk", "Full", "Errors", "Replica", "Lag", "Backup", "Failed", "Job", "Node", "Not",
                "Ready");
        return words.get(random.nextInt(words.size())) + words.get(random.nextInt(words.size()));
    }

    private static Map<String, String> annotations(String summary, String expression) {
        var annotations = new HashMap<String, String>();
        Optional.ofNullable(summary).ifPresent(it -> annotations.put("summary", it));
        Optional.ofNullable(expression).ifPresent(it -> annotations.put("expr", it));
        return annotations;
    }

    private static SymptomKind read(String name, Map<String, String> labels, Map<String, String> annotations) {
        var all = new TreeMap<>(labels);
        all.put("alertname", name);
        var signal = new Signal(
                "test",
                "fingerprint",
                Instant.EPOCH,
                Signal.Status.FIRING,
                Optional.empty(),
                all,
                new TreeMap<>(annotations),
                Instant.EPOCH);
        return READER.read(signal).getFirst().kind();
    }
}
