package whatnow.signal;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.incident.SymptomKind;
import whatnow.rulebook.RuleBook;
import whatnow.testkit.MovableClock;
import whatnow.testkit.ShippedRules;

class RuleSymptomReaderTest {

    private final SymptomReader reader = ShippedSymptoms.reader();

    @ParameterizedTest(name = "{0} with {1} is {2} of {3}")
    @CsvSource(delimiter = '|', textBlock = """
            KubePodCrashLooping                        | job=kube-state-metrics namespace=shop pod=cart-7f9 container=cart | INSTANCE_DOWN | cart
            KubePodNotReady                            | job=kube-state-metrics namespace=shop pod=cart-7f9                | INSTANCE_DOWN | shop
            KubeDeploymentReplicasMismatch             | job=kube-state-metrics namespace=shop deployment=cart            | INSTANCE_DOWN | cart
            KubeDeploymentRolloutStuck                 | namespace=shop deployment=cart                                   | JOB_FAILED | cart
            KubeStatefulSetReplicasMismatch            | namespace=shop statefulset=ledger                                | INSTANCE_DOWN | ledger
            KubeDaemonSetNotScheduled                  | daemonset=fluentd namespace=logs                                 | INSTANCE_DOWN | fluentd
            KubeJobFailed                              | job=kube-state-metrics job_name=nightly namespace=shop           | JOB_FAILED        | nightly
            KubeHpaMaxedOut                            | horizontalpodautoscaler=cart namespace=shop                      | SATURATED     | cart
            KubeCPUOvercommit                          | cluster=east                                                     | SATURATED     | unnamed (KubeCPUOvercommit)
            KubePersistentVolumeFillingUp              | namespace=shop persistentvolumeclaim=data-ledger-0               | SATURATED     | data-ledger-0
            KubeNodeNotReady                           | job=kube-state-metrics node=ip-10-0-0-7                          | INSTANCE_DOWN | kube-state-metrics
            KubeNodeUnreachable                        | node=ip-10-0-0-7                                                 | INSTANCE_DOWN | unnamed (KubeNodeUnreachable)
            KubeAPIDown                                |                                                                  | UNAVAILABLE   | kubernetes
            KubeAPIErrorBudgetBurn                     | severity=critical                                                | ERRORS        | kubernetes
            KubeletDown                                |                                                                  | UNAVAILABLE   | kubernetes
            CPUThrottlingHigh                          | namespace=shop container=cart pod=cart-7f9                       | SATURATED     | cart
            NodeFilesystemAlmostOutOfSpace             | job=node-exporter instance=10.0.0.7:9100                         | SATURATED     | node-exporter
            NodeFilesystemSpaceFillingUp               | job=node-exporter instance=10.0.0.7:9100                         | SATURATED     | node-exporter
            NodeFileDescriptorLimit                    | job=node-exporter instance=10.0.0.7:9100                         | SATURATED     | node-exporter
            NodeMemoryMajorPagesFaults                 | job=node-exporter instance=10.0.0.7:9100                         | SATURATED        | node-exporter
            NodeNetworkReceiveErrs                     | job=node-exporter instance=10.0.0.7:9100                         | ERRORS        | node-exporter
            NodeClockSkewDetected                      | job=node-exporter instance=10.0.0.7:9100                         | LAGGING         | node-exporter
            NodeRAIDDegraded                           | job=node-exporter instance=10.0.0.7:9100                         | REDUNDANCY_LOST        | node-exporter
            TargetDown                                 | job=cart namespace=shop                                          | INSTANCE_DOWN | cart
            InstanceDown                               | job=cart instance=10.0.0.9:8080                                  | INSTANCE_DOWN | cart
            ServiceDown                                | service=cart instance=10.0.0.9:8080                              | UNAVAILABLE   | cart
            CartDown                                   | job=cart                                                         | UNAVAILABLE   | cart
            CartDown                                   | job=cart instance=10.0.0.9:8080                                  | INSTANCE_DOWN | cart
            CartAllInstancesDown                       | app=cart                                                         | UNAVAILABLE   | cart
            PrometheusAllTargetsMissing                | job=cart                                                         | UNAVAILABLE   | cart
            CheckoutServiceUnavailable                 | service=checkout                                                 | UNAVAILABLE   | checkout
            BlackboxProbeFailed                        | job=blackbox instance=https://shop.example.com service=shop      | UNAVAILABLE   | shop
            EndpointProbeFailure                       | job=blackbox instance=https://shop.example.com                   | UNAVAILABLE   | blackbox
            PostgresqlDown                             | job=postgres-exporter instance=db-1:9187                         | UNAVAILABLE   | postgres-exporter
            PostgresqlReplicationLag                   | service=ledger-db instance=db-2:9187                             | LAGGING       | ledger-db
            PostgresqlTooManyConnections               | service=ledger-db                                                | SATURATED     | ledger-db
            PostgresqlDeadLocks                        | service=ledger-db                                                | ERRORS        | ledger-db
            PostgresqlSplitBrain                       | service=ledger-db                                                | CORRUPT       | ledger-db
            PostgresqlWalArchivingFailing              | service=ledger-db                                                | WAL_ARCHIVE_FAILING | ledger-db
            PgArchiveCommandFailed                     | service=ledger-db                                                | WAL_ARCHIVE_FAILING | ledger-db
            MysqlDown                                  | instance=db-1:9104 job=mysql                                     | UNAVAILABLE   | mysql
            MysqlSlaveReplicationLag                   | job=mysql                                                        | LAGGING       | mysql
            RdsInstanceFailure                         | DBInstanceIdentifier=ledger-prod                                 | UNAVAILABLE   | ledger-prod
            RDS-High-CPUUtilization                    | DBInstanceIdentifier=ledger-prod                                 | SATURATED     | ledger-prod
            RDS-FreeStorageSpace-Low                   | DBInstanceIdentifier=ledger-prod                                 | SATURATED     | ledger-prod
            RDS-ReplicaLag                             | DBInstanceIdentifier=ledger-replica                              | LAGGING       | ledger-replica
            RedisOutOfMemory                           | app=sessions                                                     | SATURATED     | sessions
            RedisMissingMaster                         | app=sessions                                                     | UNAVAILABLE   | sessions
            KafkaUnderReplicatedPartitions             | app=events                                                       | REDUNDANCY_LOST       | events
            KafkaOfflinePartitions                     | app=events                                                       | UNAVAILABLE   | events
            KafkaConsumerGroupLag                      | app=events                                                       | LAGGING     | events
            etcdInsufficientMembers                    | job=etcd                                                         | UNAVAILABLE   | etcd
            etcdHighCommitDurations                    | job=etcd instance=10.0.0.3:2379                                  | SLOW          | etcd
            HTTPRequestLatencyHigh                     | service=cart                                                     | SLOW          | cart
            CartP99LatencyTooHigh                      | service=cart                                                     | SLOW          | cart
            HighHttp5xxRate                            | service=cart                                                     | ERRORS        | cart
            NginxHighErrorRate                         | ingress=shop                                                     | ERRORS        | shop
            SidekiqQueueBacklog                        | service=mailer                                                   | LAGGING     | mailer
            VeleroBackupFailed                         | namespace=velero                                                 | BACKUP_FAILED | velero
            DatabaseBackupTooOld                       | service=ledger-db                                                | BACKUP_FAILED | ledger-db
            EtcdBackupMissing                          | service=etcd                                                     | BACKUP_FAILED | etcd
            BackupBucketDeletionAttempt_BackupsDeleted | service=vault                                                    | BACKUPS_COMPROMISED | vault
            TableCorruptionDetected                    | service=ledger-db                                                | CORRUPT       | ledger-db
            PageChecksumFailure                        | service=ledger-db                                                | CORRUPT       | ledger-db
            OrdersDataLoss                             | service=orders                                                   | DATA_LOSS     | orders
            RansomwareNoteFound                        | service=files                                                    | RANSOMWARE    | files
            FalcoUnauthorizedAccess                    | service=cart                                                     | INTRUSION     | cart
            SSHBruteForceDetected                      | service=bastion                                                  | INTRUSION     | bastion
            AwsRegionOutage                            | region=us-east-1                                                 | REGION_DOWN   | unnamed (AwsRegionOutage)
            AvailabilityZoneDown                       | zone=us-east-1a                                                  | ZONE_DOWN     | unnamed (AvailabilityZoneDown)
            CertificateExpiresSoon                     | service=shop                                                     | EXPIRING         | shop
            CertificateExpired                         | service=shop                                                     | EXPIRING        | shop
            PostgresExporterDown                       | service=ledger-db                                                | UNOBSERVED         | ledger-db
            GizmoFrobnicated                           | service=gizmo                                                    | OTHER         | gizmo
            """)
    void alertsSayWhatPeopleMeanByThem(String name, String labels, SymptomKind kind, String service) {
        var reading = only(alert(name, labels == null ? "" : labels));

        assertThat(reading.kind()).isEqualTo(kind);
        assertThat(reading.service()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"Watchdog", "DeadMansSwitch", "InfoInhibitor"})
    void whatProvesOnlyThatTheSenderLivesIsNoSymptom(String name) {
        assertThat(reader.read(alert(name, "severity=critical service=cart"))).isEmpty();
    }

    @Test
    void aLabelThatSaysTheSymptomCountsMoreThanTheName() {
        assertThat(only(alert("BlackboxProbeFailed", "symptom=wal-archive-failing"))
                        .kind())
                .isEqualTo(SymptomKind.WAL_ARCHIVE_FAILING);
    }

    @Test
    void aLabelThatSaysNoKnownSymptomSaysNothing() {
        assertThat(only(alert("BlackboxProbeFailed", "symptom=sad")).kind()).isEqualTo(SymptomKind.UNAVAILABLE);
    }

    /** Its words would say SATURATED. */
    @Test
    void aKnownNameCountsMoreThanItsWords() {
        var settled = SymptomPolicy.settle(
                Alert.of(alert("CPUThrottlingErrors", "")),
                new RuleSymptomReader(() -> taught("names.csv", "name,kind\nCPUThrottlingErrors,SLOW\n"))
                        .spoken(Alert.of(alert("CPUThrottlingErrors", ""))));

        assertThat(settled).extracting(Reading::kind).containsExactly(SymptomKind.SLOW);
    }

    @Test
    void ofSeveralRowsThatFitTheUppermostCounts() {
        var other = taught("words.csv", "words,kind,of one instance\nfrobnicat*,SLOW,\ngizmo frobnicat*,ERRORS,\n");

        assertThat(new RuleSymptomReader(() -> other).read(alert("GizmoFrobnicated", "")))
                .extracting(Reading::kind)
                .containsExactly(SymptomKind.SLOW);
    }

    @Test
    void theSendersOwnSeverityChangesNothing() {
        assertThat(only(alert("GizmoFrobnicated", "severity=critical service=gizmo")))
                .isEqualTo(only(alert("GizmoFrobnicated", "severity=info service=gizmo")));
    }

    @Test
    void theMetricSpeaksWhenTheNameSaysNothing() {
        assertThat(only(alert("team-blue-17", "MetricName=CPUUtilization DBInstanceIdentifier=ledger")))
                .isEqualTo(new Reading(
                        SymptomKind.SATURATED, "ledger", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aZoneAloneSaysItsRegion() {
        assertThat(only(alert("CartDown", "service=cart availability_zone=us-gov-west-1b")))
                .isEqualTo(new Reading(
                        SymptomKind.UNAVAILABLE,
                        "cart",
                        Optional.of("us-gov-west-1"),
                        Optional.of("us-gov-west-1b"),
                        Optional.empty()));
    }

    @Test
    void aRegionThatIsSaidCountsMoreThanTheZones() {
        assertThat(only(alert("CartDown", "zone=us-east-1a aws_region=eu-west-1"))
                        .region())
                .contains("eu-west-1");
    }

    @Test
    void aZoneOfNamesIsNoPlace() {
        var reading = only(alert("CartDown", "zone=shop.example.com"));

        assertThat(reading.zone()).isEmpty();
        assertThat(reading.region()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"97.5, 97.5", "-3, -3.0", "1.5e3, 1500.0", "NaN, none", "97 %, none", "1e999, none"})
    void aNumberIsTheValue(String written, Double value) {
        var signal = with(alert("CartDown", "service=cart"), Map.of("value", written));

        assertThat(only(signal).value()).isEqualTo(Optional.ofNullable(value));
    }

    @Test
    void anAlertWithoutAnyNameStillHasASymptom() {
        assertThat(only(alert("", "severity=page")))
                .isEqualTo(new Reading(
                        SymptomKind.OTHER, "unnamed", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void theOrderOfLabelsDoesNotMatter() {
        var labels = new ArrayList<>(List.of(
                entry("alertname", "KubePodCrashLooping"),
                entry("job", "kube-state-metrics"),
                entry("namespace", "shop"),
                entry("container", "cart"),
                entry("pod", "cart-7f9"),
                entry("zone", "eu-west-1b"),
                entry("value", "4")));
        var random = new Random(7);

        var read = IntStream.range(0, 20)
                .mapToObj(_ -> {
                    Collections.shuffle(labels, random);
                    var shuffled = new LinkedHashMap<String, String>();
                    labels.forEach(it -> shuffled.put(it.getKey(), it.getValue()));
                    return reader.read(signal(shuffled, Map.of()));
                })
                .collect(Collectors.toSet());

        assertThat(read).hasSize(1);
    }

    @Test
    @Timeout(20)
    void hostileAlertsDoNotTakeForEver() {
        var labels = new TreeMap<String, String>();
        IntStream.range(0, 250).forEach(it -> labels.put("label" + it, "Down".repeat(2_500)));
        labels.put("alertname", "AbC1-".repeat(2_000));
        labels.put("service", "us-east-1".repeat(1_200));
        labels.put("zone", "us-".repeat(3_400) + "1a");
        labels.put("job", "ABCDEFGHIJ".repeat(1_000));
        labels.put("value", "9".repeat(10_000));
        labels.put("symptom", "DOWN ".repeat(2_000));
        var hostile = signal(labels, Map.of("summary", "a-".repeat(5_000)));

        for (var round = 0; round < 200; round++) {
            reader.read(hostile);
        }

        var reading = only(hostile);
        assertThat(reading.service()).hasSize(Alert.LONGEST_NAME);
        assertThat(reading.zone()).isEmpty();
        assertThat(reading.value()).isEmpty();
    }

    /** Rows are kept from the rules for speed only. */
    @ParameterizedTest
    @CsvSource({
        "KubePodCrashLooping, job=kube-state-metrics namespace=shop pod=cart-7f9 container=cart zone=us-east-1a",
        "CPUThrottlingHigh, service=cart aws_region=eu-west-1 symptom=slow",
        "team-blue-17, MetricName=ReplicaLag DBInstanceIdentifier=ledger value=4",
        "AlwaysFiring, service=cart",
        "PostgresqlDown, job=postgres-exporter instance=db-1:9187"
    })
    void whatIsSaidDoesNotDependOnRowsThatDoNotConcernTheAlert(String name, String labels) {
        var alert = Alert.of(alert(name, labels));
        var tables = TableFiles.tables(ShippedSymptoms.BOOK);
        var all = new ArrayList<Object>(tables.rows());
        all.addAll(new AlertFacts(tables).found(alert));
        all.add(alert);

        var some = new RuleSymptomReader(() -> ShippedSymptoms.BOOK).spoken(alert);

        assertThat(some).isNotEmpty().isEqualTo(ShippedSymptoms.BOOK.consult(all, SymptomProposals::new));
    }

    @Test
    void tablesThatCannotBeReadLeaveTheEditionBeforeInForce() {
        var inForce = new AtomicReference<>(ShippedSymptoms.BOOK);
        var steady = new RuleSymptomReader(inForce::get);
        var crash = alert("KubePodCrashLooping", "container=cart pod=cart-7f9");
        var before = steady.read(crash);

        inForce.set(taught("names.csv", "name,kind\nKubePodCrashLooping,SLEEPY\n"));

        assertThat(steady.read(crash)).isEqualTo(before);
    }

    /** The first edition cannot be read: nothing was ever in force. */
    @Test
    void withoutAnyTablesAPersonIsAskedRatherThanTheAlertLost() {
        var broken = new RuleSymptomReader(() -> taught("names.csv", "name,kind\nx\n"));

        assertThat(broken.read(alert("CartDown", "service=cart region=eu-west-1")))
                .containsExactly(new Reading(
                        SymptomKind.OTHER, "cart", Optional.of("eu-west-1"), Optional.empty(), Optional.empty()));
    }

    @Test
    void aRowThatCannotBeReadIsNamedWithItsLine() {
        var book = taught("names.csv", "name,kind\nKubePodCrashLooping,SLEEPY\n");

        assertThatThrownBy(() -> TableFiles.tables(book))
                .hasMessageStartingWith("names.csv:2: found (SLEEPY); expected one of [UNAVAILABLE,");
    }

    @Test
    void aNewEditionIsReadAtOnce() {
        var inForce = new AtomicReference<>(ShippedSymptoms.BOOK);
        var learning = new RuleSymptomReader(inForce::get);
        var gizmo = alert("GizmoFrobnicated", "service=gizmo");
        assertThat(learning.read(gizmo)).extracting(Reading::kind).containsExactly(SymptomKind.OTHER);

        inForce.set(taught("names.csv", "name,kind\nGizmoFrobnicated,SLOW\n"));

        assertThat(learning.read(gizmo)).extracting(Reading::kind).containsExactly(SymptomKind.SLOW);
    }

    private Reading only(Signal signal) {
        var readings = reader.read(signal);
        assertThat(readings).hasSize(1);
        return readings.getFirst();
    }

    /** The shipped book with one file in another wording. */
    private static RuleBook taught(String file, String text) {
        var sources = new TreeMap<>(ShippedRules.sources("symptoms").text());
        sources.put(file, text);
        return RuleBook.compile("symptoms", sources);
    }

    static Signal alert(String name, String labels) {
        var all = new TreeMap<String, String>();
        if (!name.isEmpty()) {
            all.put("alertname", name);
        }
        for (var label : labels.split(" ")) {
            if (!label.isEmpty()) {
                all.put(label.substring(0, label.indexOf('=')), label.substring(label.indexOf('=') + 1));
            }
        }
        return signal(all, Map.of());
    }

    private static Signal with(Signal signal, Map<String, String> annotations) {
        return signal(signal.labels(), annotations);
    }

    private static Signal signal(Map<String, String> labels, Map<String, String> annotations) {
        return new Signal(
                "alertmanager",
                "fingerprint",
                MovableClock.NOON,
                Signal.Status.FIRING,
                Optional.empty(),
                new TreeMap<>(labels),
                new TreeMap<>(annotations),
                MovableClock.NOON);
    }
}
