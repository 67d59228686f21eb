package whatnow.plan;

import java.util.List;

/** Plans for tests: small, valid and dull. A test replaces the line it is about. */
public final class PlanYaml {

    public static final String SMALL = """
            id: ledger
            title: Ledger
            source: S9
            match:
              labels:
                - {system: ledger}
            link-window: 10m
            scale: true
            target: {rto: 4h, rpo: 15m, rows: [S9-01]}
            tiers:
              - {id: tier_1, title: First, target: {rto: 1h, rpo: 5m}, standby: hot_standby}
            services:
              - name: ledger-api
                title: Ledger
                aliases: [api, front]
                kind: application
                importance: critical
                tier: tier_1
                depends-on: [ledger-db]
                target: {rto: 30m}
              - name: ledger-db
                title: Database of the ledger
                aliases: [database]
                kind: database
                importance: critical
                tier: tier_1
                depends-on: [network]
                standby: hot_standby
                endpoints:
                  - {kind: tcp, address: "db.example:5432"}
                values: {region: eu-west-1, database: ledger}
              - name: network
                title: Network
                kind: network
                importance: high
            severities:
              - {condition: region_lost, severity: SEV1, level: L4, urgency: now, lead: dr_team_lead}
            strategies:
              - kind: restart
                title: Restart
                reach: component
                undo: easy
                article: application-recovery#steps
                estimate: {up-to: 30m, measured: false}
            failover: {failures: 3, interval: 10s, response-time: 5s, error-rate: 0.5, max-lag: 1m}
            restoration:
              - {order: 1, services: [network, ledger-db], parallel: false, timeout: 10m}
              - {order: 2, services: [ledger-api], parallel: true, timeout: 10m}
            escalation:
              - level: L1
                title: Lead
                trigger: opened
                after: 0s
                severities: [SEV1, UNKNOWN]
                roles: [dr_team_lead]
                authority: all
                article: escalation-l1#steps
            contacts:
              - role: dr_team_lead
                title: Lead
                primary: {name: A, phone: "+1-555-0001"}
                backup: {name: B, phone: "+1-555-0002"}
            degradation:
              recover-after: 10m
              tiers:
                - {tier: normal, response: all, article: degradation-tiers#the-tiers}
                - {tier: minor, response: less, article: degrade-features#steps}
              triggers:
                - {condition: external_unavailable, tier: minor}
            messages:
              - {audience: users, tiers: [minor], channels: [banner], first: 0s, every: 1h, outside: true, template: "user-message-minor#message"}
            thresholds:
              - {metric: response_seconds, purpose: alert, limit: 2, unit: s, below: true}
            reference:
              backups:
                - {id: wal, title: WAL, values: {every: continuous}}
            disagreements:
              - id: two-times
                about: Recovery time
                stated:
                  - {says: 4 h, rows: [S9-01]}
                  - {says: 5 h, rows: [S9-02]}
                chosen: 4 h
                because: it is stricter
            """;

    public static RecoveryPlan plan(String text) {
        return plan(text, "");
    }

    public static RecoveryPlan plan(String text, String defaults) {
        return switch (read(text, defaults)) {
            case PlanReader.Taken taken -> taken.plan();
            case PlanReader.Refused refused ->
                throw new AssertionError(
                        refused.problems().stream().map(PlanProblem::sentence).toList());
        };
    }

    static PlanReader.Reading read(String text, String defaults) {
        return PlanReader.read(
                new PlanText("", "plan.yaml", text), new PlanText(PlanText.DEFAULTS, "defaults.yaml", defaults));
    }

    static List<PlanProblem> problems(String text) {
        return switch (PlanReader.read(new PlanText("ledger", "plan.yaml", text), PlanText.noDefaults())) {
            case PlanReader.Taken _ -> List.of();
            case PlanReader.Refused refused -> refused.problems();
        };
    }

    /** {@link #SMALL} with one piece replaced, which must be there. */
    static String with(String piece, String other) {
        if (!SMALL.contains(piece)) {
            throw new IllegalArgumentException("The small plan has no (%s).".formatted(piece));
        }
        return SMALL.replaceFirst(
                java.util.regex.Pattern.quote(piece), java.util.regex.Matcher.quoteReplacement(other));
    }

    /** The line, counted from 1, on which the text says this first. */
    static int lineOf(String text, String piece) {
        return 1
                + (int) text.substring(0, text.indexOf(piece))
                        .chars()
                        .filter(it -> it == '\n')
                        .count();
    }

    private PlanYaml() {}
}
