package whatnow.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Reading;

/** Articles for tests: valid and dull, until a test changes what it is about. */
public final class Articles {

    public static final String RUNBOOK = """
            ---
            id: regional-failover
            type: runbook
            title: Fail over to the standby region
            category: recovery_procedures
            services: [ledger]
            alerts: [RegionDown]
            scenarios: [region_lost]
            strategies: [regional_failover]
            severities: [SEV1]
            refs: [S1-13, S4-12]
            owner: team-recovery
            reviewers: [system_admin]
            status: approved
            last_reviewed: 2026-11-20
            review_cadence: P3M
            tags: [region, dns]
            related: []
            ---

            # Fail over to the standby region

            Use this when the home region is gone and a named person has decided.

            ## When {#when}

            - The region us-east-1 answers to nobody, also from outside.

            ## Do not {#do-not}

            - Do not restart the old primary.

            ## Before you start {#before-you-start}

            Have `aws` at hand. The application says ERR_5021 while writes fail.

            ## Steps {#steps}

            1. **Note the last commit.** It says what
               will be lost.

               ```sh id=last-commit danger=false verify="lag_seconds < 60"
               psql "host={endpoint} dbname=postgres" -c "select pg_last_xact_replay_timestamp();"
               ```

               Expect: one clock time.

               Rollback: nothing was changed.

            2. **Promote the replica.** It becomes a primary of its own.

               ```sh id=promote danger=true
               aws rds promote-read-replica --region {target_region} --db-instance-identifier {replica}
               ```

               Check first: last-commit

               Needs: dr_team_lead decides, deputy operations_lead.

               No return: the replica never follows the old primary again.

               Expect: a test write is accepted.

               Rollback: cannot be undone: go on with [fail-back](#rollback).

            3. **Start the services.** Now that they can write.

               ```sh id=start danger=false
               aws ecs update-service --region {target_region} --cluster {cluster} --service {service} --force-new-deployment
               ```

               Expect: the running count equals the wanted count.

               Rollback: set the count that it had.

            ## Verification {#verification}

            A purchase from outside succeeds.

            ## Rollback {#rollback}

            Past step 2 there is none.

            ## Escalation {#escalation}

            Call the CTO.
            """;

    public static String minimal(String id, String body) {
        return """
                ---
                id: %s
                type: lesson
                title: A lesson
                status: approved
                ---

                # A lesson

                %s
                """.formatted(id, body);
    }

    public static Article read(String text) {
        return switch (reading(text)) {
            case Reading.Read read -> read.article();
            case Reading.Broken broken -> throw new AssertionError(broken.reason());
        };
    }

    public static Reading reading(String text) {
        return ArticleReader.read("runbooks/any.md", text.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path folder, String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Articles() {}
}
