package whatnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import whatnow.knowledge.ArticleCheck;
import whatnow.knowledge.ArticleCheck.Surroundings;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Finding;
import whatnow.story.Night;

/** What a server counts is what the check of the articles goes by. */
class ReachedArticlesTest {

    private final Night night = Night.under("freight");

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    void whatWasFoundOnThePageOrByAProgramIsNotNamedAsUnreached() {
        assertThat(unreached()).contains("lessons/dns-before-the-services.md", "procedures/war-room.md");

        night.reads("/search?q=dns+before+the+services", "text/html");
        night.get("/api/v1/kb/search?q=war+room");

        assertThat(unreached()).doesNotContain("lessons/dns-before-the-services.md", "procedures/war-room.md");
    }

    @Test
    void whatAChatFoundIsNotNamedEither() {
        assertThat(unreached())
                .contains(
                        "lessons/no-way-back.md",
                        "lessons/mkdir-hides-a-missing-mount.md",
                        "lessons/recovery-conf-is-gone.md");

        night.says("search no way back");
        night.says("runbook mkdir hides a missing mount");
        night.says("now recovery.conf is gone");

        assertThat(unreached())
                .doesNotContain(
                        "lessons/no-way-back.md",
                        "lessons/mkdir-hides-a-missing-mount.md",
                        "lessons/recovery-conf-is-gone.md");
    }

    @Test
    void whatADecisionUsedIsNotNamedEither() {
        night.databaseIsDown();
        var article = night.card().path("doNow").path("article").asString().replaceFirst("#.*$", "");

        assertThat(reached()).contains(new ArticleId(article));
    }

    @Test
    void whatACardFoundForItsAlertsIsNotNamedEither() {
        night.databaseIsDown();

        var found = night.card()
                .path("links")
                .valueStream()
                .filter(it -> it.path("text").asString().matches("(?:May help|Happened before): .*"))
                .map(it -> it.path("path").asString().replaceAll("^/kb/|#.*$", ""))
                .map(ArticleId::new)
                .toList();

        assertThat(found).isNotEmpty();
        assertThat(reached()).containsAll(found);
    }

    @Test
    void whatIsStillBeingTypedReachesNothing() {
        night.reads("/search/found?q=war+room", "text/html");

        assertThat(reached()).isEmpty();
    }

    @Test
    void whoHasNoTokenIsToldSo() {
        var unknown = ReachedArticles.saidBy(Server.at(night.address(), "wn_" + "1".repeat(61)));

        assertThat(unknown)
                .isInstanceOfSatisfying(
                        ReachedArticles.Unknown.class,
                        it -> assertThat(it.why()).contains("does not know this token"));
    }

    private List<String> unreached() {
        var today = LocalDate.of(2026, 12, 1);
        return ArticleCheck.of(
                        Path.of("knowledge-base"),
                        new Surroundings(today, Optional.of(List.of()), Optional.of(reached())))
                .stream()
                .filter(it -> it.kind() == Finding.Kind.UNREACHED)
                .map(Finding::file)
                .collect(Collectors.toList());
    }

    private Set<ArticleId> reached() {
        night.writesDownWhatSearchesReached();
        return switch (ReachedArticles.saidBy(Server.at(night.address(), Night.TOKEN))) {
            case ReachedArticles.Known it -> it.articles();
            case ReachedArticles.Unknown it -> throw new AssertionError(it.why());
        };
    }
}
