package whatnow.story;

import java.util.List;
import java.util.Optional;

/**
 * A door through which machines report, and what they say there when they say it well.
 *
 * @param most bytes that it takes
 * @param body with NAME, SERVICE, SUMMARY and KEY where a stranger's words go
 * @param many one body that brings several alerts, with ALERTS for these; empty where each comes alone
 * @param one of them
 */
record MachineDoor(String path, int most, String body, Optional<String> many, String one) {

    private static final int BATCH = 4 * 1024 * 1024;
    private static final int SINGLE = 256 * 1024;

    private static final String OF_ALERTMANAGER = """
            {"status": "firing", "labels": {"alertname": "NAME", "service": "SERVICE", "symptom": "ERRORS"},
             "annotations": {"summary": "SUMMARY"}, "startsAt": "2026-03-01T11:58:00Z", "fingerprint": "KEY"}""";

    private static final String OF_PROMETHEUS = """
            {"labels": {"alertname": "NAME", "service": "SERVICE", "symptom": "ERRORS", "key": "KEY"},
             "annotations": {"summary": "SUMMARY"}, "startsAt": "2026-03-01T11:58:00Z", "generatorURL": "http://p:9090/g"}""";

    private static final String GENERIC = """
            {"name": "NAME", "service": "SERVICE", "summary": "SUMMARY", "dedup_key": "KEY",
             "labels": {"symptom": "ERRORS"}}""";

    private static final String CLOUD_EVENT = """
            {"specversion": "1.0", "id": "1", "source": "/monitors/eu", "type": "example.disk.failed", "subject": "SERVICE",
             "time": "2026-03-01T11:45:00Z", "data": {"name": "NAME", "summary": "SUMMARY", "key": "KEY"}}""";

    private static final String PAGERDUTY = """
            {"event": {"id": "E1", "event_type": "incident.triggered", "resource_type": "incident",
              "occurred_at": "2026-03-01T11:50:29.781Z", "data": {"id": "KEY", "type": "incident", "status": "triggered",
              "title": "NAME SUMMARY", "created_at": "2026-03-01T11:45:00Z", "service": {"id": "PA2", "summary": "SERVICE"}}}}""";

    private static final String OPSGENIE = """
            {"message": "NAME", "alias": "KEY", "entity": "SERVICE", "description": "SUMMARY", "priority": "P1"}""";

    /** All of them but the heartbeat's, which reads no body. */
    static List<MachineDoor> all() {
        return List.of(
                many("/api/v1/ingest/alertmanager", """
                        {"version": "4", "status": "firing", "receiver": "w", "externalURL": "http://am:9093", "alerts": [ALERTS]}""", OF_ALERTMANAGER),
                many("/api/v2/alerts", "[ALERTS]", OF_PROMETHEUS),
                many("/api/v1/ingest/grafana", """
                        {"receiver": "w", "status": "firing", "externalURL": "https://g.example/", "alerts": [ALERTS]}""", OF_ALERTMANAGER),
                many("/api/v1/ingest/generic", "[ALERTS]", GENERIC),
                many("/api/v1/ingest/cloudevents", "[ALERTS]", CLOUD_EVENT),
                new MachineDoor("/api/v1/ingest/pagerduty", BATCH, PAGERDUTY, Optional.empty(), ""),
                new MachineDoor("/api/v1/intake/try?sender=generic", BATCH, GENERIC, Optional.empty(), ""),
                single("/api/v1/ingest/aws", """
                        {"AlarmName": "NAME", "AlarmDescription": "SUMMARY", "NewStateValue": "ALARM",
                         "StateChangeTime": "2026-03-01T11:45:00.093+0000", "AlarmArn": "arn:aws:cloudwatch:us-east-1:1:alarm:KEY",
                         "Trigger": {"Dimensions": [{"name": "DBInstanceIdentifier", "value": "SERVICE"}]}}"""),
                single("/api/v1/ingest/sns", """
                        {"Type": "Notification", "MessageId": "KEY", "TopicArn": "arn:aws:sns:us-east-1:1:a",
                         "Subject": "NAME", "Message": "SUMMARY SERVICE", "Timestamp": "2026-03-01T11:45:00.134Z",
                         "SignatureVersion": "2", "Signature": "AA==", "SigningCertURL": "https://evil.example/a.pem"}"""),
                single("/api/v1/ingest/azure", """
                        {"schemaId": "azureMonitorCommonAlertSchema", "data": {"essentials": {"alertRule": "NAME",
                         "severity": "Sev1", "monitorCondition": "Fired", "configurationItems": ["SERVICE"],
                         "originAlertId": "KEY", "firedDateTime": "2026-03-01T11:50:24Z", "description": "SUMMARY"}}}"""),
                single("/api/v1/ingest/datadog", """
                        {"id": "1", "title": "NAME", "body": "SUMMARY", "alert_transition": "Triggered", "date": "1772365500000",
                         "aggreg_key": "KEY", "tags": "service:SERVICE,region:us-east-1"}"""),
                single("/api/v1/ingest/google-cloud", """
                        {"version": "1.2", "incident": {"incident_id": "KEY", "started_at": 1772365500, "state": "open",
                         "summary": "SUMMARY", "policy_name": "NAME", "resource_display_name": "SERVICE",
                         "resource": {"type": "x", "labels": {"database_id": "SERVICE"}}}}"""),
                single("/api/v1/ingest/sentry", """
                        {"action": "created", "data": {"issue": {"id": "KEY", "title": "NAME", "culprit": "SUMMARY", "level": "error",
                         "status": "unresolved", "firstSeen": "2026-03-01T11:45:00.210463Z", "project": {"slug": "SERVICE"}}}}"""),
                single("/api/v1/ingest/zabbix", """
                        {"hostname": "KEY", "service": "SERVICE", "severity": "Disaster", "status": "PROBLEM", "item": "SUMMARY",
                         "trigger": "NAME"}"""),
                single("/api/v1/ingest/opsgenie", """
                        {"action": "Create", "alert": {"alertId": "KEY", "message": "NAME", "entity": "SERVICE", "alias": "KEY",
                         "description": "SUMMARY", "createdAt": 1772365500000, "priority": "P2"}}"""),
                single("/v2/alerts", OPSGENIE),
                single("/v2/alerts/db-down/close", OPSGENIE),
                single("/v2/enqueue", """
                        {"routing_key": "%s", "event_action": "trigger", "dedup_key": "KEY", "payload": {"summary": "SUMMARY",
                         "source": "db-1", "component": "SERVICE", "class": "NAME", "severity": "critical"}}""".formatted(Night.TOKEN)),
                single("/api/v1/facts", """
                        {"type": "symptom", "subject": {"service": "SERVICE"}, "value": {"state": "TRUE", "kind": "SLOW"},
                         "source": {"kind": "PROBE", "name": "KEY NAME SUMMARY"}, "ttlSeconds": 600}"""));
    }

    private static MachineDoor many(String path, String around, String one) {
        return new MachineDoor(path, BATCH, around.replace("ALERTS", one), Optional.of(around), one);
    }

    private static MachineDoor single(String path, String body) {
        return new MachineDoor(path, SINGLE, body, Optional.empty(), "");
    }

    /** What it is without what is said to it. */
    String address() {
        return path.split("\\?")[0];
    }

    /** Nobody who has no certificate of Amazon's is heard there. */
    boolean wantsASignature() {
        return path.endsWith("/sns");
    }

    /** With a stranger's words, as they stand in JSON, everywhere but in the key. */
    String saying(String words, String key) {
        return body.replace("NAME", words)
                .replace("SERVICE", words)
                .replace("SUMMARY", words)
                .replace("KEY", key);
    }

    @Override
    public String toString() {
        return path;
    }
}
