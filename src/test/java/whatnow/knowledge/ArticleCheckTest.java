package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleCheckTest {

    static final String TEMPLATE = """
            ---
            id: user-message
            type: template
            title: Tell users
            category: operational_procedures
            services: []
            scenarios: []
            strategies: []
            severities: [SEV2]
            refs: [S1-25]
            owner: team-communications
            reviewers: [service_owner]
            status: approved
            last_reviewed: 2026-11-20
            review_cadence: P3M
            tags: [users]
            related: []
            ---

            # Tell users

            Sent when users are hurt.

            ## When {#when}

            At once.

            ## Message {#message}

            ```text
            {service} is down. Data loss: {validated_loss}. Next update at {next_update_at}.
            ```

            ## Before you send {#before-you-send}

            Have the loss measured.
            """;

    @TempDir
    Path folder;

    @Test
    void aGoodRunbookAndAGoodTemplateHaveNoFindings() throws IOException {
        assertThat(findings(Articles.RUNBOOK)).isEmpty();
        assertThat(findings(TEMPLATE)).isEmpty();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("category: recovery_procedures", "category: other", "category"),
                mistake("category: recovery_procedures\n", "", "The key (category) is missing"),
                mistake("strategies: [regional_failover]", "strategies: [pray]", "strategies"),
                mistake("severities: [SEV1]", "severities: [P1]", "severities"),
                mistake("refs: [S1-13, S4-12]", "refs: [S9-1]", "refs"),
                mistake("owner: team-recovery", "owner: somebody", "owner"),
                mistake("last_reviewed: 2026-11-20\n", "", "No date of review"),
                mistake("related: []", "related: [nowhere]", "does not exist"),
                mistake("tags: [region, dns]", "tags: [region, dns]\nmood: good", "mood"),
                mistake("tags: [region, dns]", "tags: [region]\nestimated_duration: PT5M", "estimate"),
                mistake("id: regional-failover", "id: other", "file name"),
                mistake("# Fail over to the standby region\n", "# Another title\n", "not the title"),
                mistake("## When {#when}", "## When {#whenever}", "sections are"),
                mistake("## When {#when}", "## When", "has no id"),
                mistake("## When {#when}", "## If {#when}", "reworded"),
                mistake("## Escalation {#escalation}", "## Escalation {#steps}", "stands already"),
                mistake("- Do not restart the old primary.", "- Mind the gap.", "no prohibition"),
                mistake("   Expect: one clock time.\n", "", "does not say what proves it"),
                mistake("Expect: one clock time.", "Expect: looks good.", "does not say what proves it"),
                mistake("   Rollback: set the count that it had.\n", "", "no rollback"),
                mistake("   Check first: last-commit\n", "", "has no check"),
                mistake("Check first: last-commit", "Check first: start", "has no check"),
                mistake("   Needs: dr_team_lead decides, deputy operations_lead.\n", "", "named person"),
                mistake("deputy operations_lead.", "deputy Mary.", "role (Mary)"),
                mistake("id=start danger=false", "id=last-commit danger=false", "twice"),
                mistake("id=promote danger=true", "id=promote danger=false", "does harm"),
                mistake("{replica}", "{replica_name}", "replica_name"),
                mistake("{replica}", "<replica>", "<replica>"),
                mistake("--region {target_region} --cluster", "--cluster", "without a region"),
                mistake("dbname=postgres\"", "dbname=postgres password=x\"", "secret"),
                mistake("Call the CTO.", "[Call](fail-back.md#when).", "leads nowhere"),
                mistake("Call the CTO.", "[Call](#nowhere).", "does not exist"),
                mistake("Call the CTO.", "[Call](runbooks/regional-failover.md).", "another path"),
                mistake("Call the CTO.", "There was no data loss.", "as if it were so"),
                mistake("Call the CTO.", "Write recovery.conf now.", "as if it were so"),
                mistake("Call the CTO.", "```sh id=x danger=true\nrm -rf /\n```", "outside the steps"),
                mistake("Call the CTO.", "```sh\nls\n```", "no id"),
                mistake("Call the CTO.", "```text\ndocker compose down --volumes\n```", "A command holds"),
                mistake("Call the CTO.", "```text\necho a > /etc/resolv.conf\n```", "overwritten"));
    }

    static Arguments mistake(String right, String wrong, String finding) {
        return Arguments.of(right, wrong, finding);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void findsTheMistakeInARunbook(String right, String wrong, String finding) throws IOException {
        assertThat(Articles.RUNBOOK).contains(right);

        var findings = findings(Articles.RUNBOOK.replace(right, wrong));

        assertThat(findings)
                .extracting(Finding::toString)
                .anySatisfy(it -> assertThat(it).contains(finding));
    }

    static Stream<Arguments> promises() {
        return Stream.of(
                mistake("Data loss: {validated_loss}.", "No data loss.", "No data loss"),
                mistake("Data loss: {validated_loss}.", "Verified.", "Verified"),
                mistake("{next_update_at}", "14:30", "14:30"),
                mistake("{next_update_at}", "[TIME]", "[TIME]"),
                mistake("{next_update_at}", "{Next Update}", "{Next Update}"),
                mistake("{validated_loss}", "five minutes", "data loss"),
                mistake("```text", "```", "0 messages"));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void findsThePromiseInATemplate(String right, String wrong, String finding) throws IOException {
        var findings = findings(TEMPLATE.replace(right, wrong));

        assertThat(findings)
                .extracting(Finding::what)
                .anySatisfy(it -> assertThat(it).contains(finding));
    }

    @Test
    void anArticleWithoutSectionsIsSaidToHaveNone() throws IOException {
        var text = Articles.RUNBOOK.substring(0, Articles.RUNBOOK.indexOf("\n## "));

        assertThat(findings(text)).extracting(Finding::what).contains("There are no sections.");
    }

    @Test
    void aWarningAgainstAForbiddenWordIsAllowed() throws IOException {
        var text = Articles.RUNBOOK.replace(
                "Call the CTO.", "Never say \"no data loss\". Do not run `docker compose down --volumes`.");

        assertThat(findings(text)).isEmpty();
    }

    @Test
    void aChecklistHasOpenBoxesOnly() throws IOException {
        var head = TEMPLATE.substring(0, TEMPLATE.indexOf("## Message")).replace("type: template", "type: checklist");

        assertThat(findings(head + "## Group {#group}\n\n- [ ] The test write was accepted.\n"))
                .isEmpty();
        assertThat(findings(head + "## Group {#group}\n\n- [x] The test write was accepted.\n"))
                .hasSize(1);
        assertThat(findings(head + "## Group {#group}\n\n- The test write was accepted.\n"))
                .hasSize(1);
        assertThat(findings(head + "## Group {#group}\n\nText.\n")).hasSize(1);
    }

    List<Finding> findings(String text) throws IOException {
        var id = text.contains("type: runbook") ? "regional-failover" : "user-message";
        Articles.write(folder, "runbooks/" + id + ".md", text);
        var all = ArticleCheck.of(folder);
        return all.stream().filter(it -> it.file().contains(id)).toList();
    }
}
