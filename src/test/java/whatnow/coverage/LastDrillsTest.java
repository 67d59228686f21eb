package whatnow.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.feedback.ArticleUses.Use;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;

class LastDrillsTest {

    @TempDir
    Path folder;

    @Test
    void whatTheArticleSaysCounts() throws IOException {
        var article = article("last_drilled: 2026-10-01\n");

        assertThat(LastDrills.of(article, Optional.empty())).contains(LocalDate.parse("2026-10-01"));
    }

    @Test
    void theLaterOfTheArticlesDateAndTheDrillsCounts() throws IOException {
        var article = article("last_drilled: 2026-10-01\n");

        assertThat(LastDrills.of(article, drilled("2026-11-02T10:00:00Z"))).contains(LocalDate.parse("2026-11-02"));
        assertThat(LastDrills.of(article, drilled("2026-09-02T10:00:00Z"))).contains(LocalDate.parse("2026-10-01"));
    }

    @Test
    void whatWasNeverDrilledHasNoDate() throws IOException {
        assertThat(LastDrills.of(article(""), Optional.empty())).isEmpty();
    }

    private Article article(String line) throws IOException {
        Files.writeString(
                folder.resolve("warm-up.md"),
                "---\nid: warm-up\ntype: runbook\ntitle: Warm up\nstatus: approved\n" + line + "---\n# Warm up\n");
        try (var library = Library.of(folder)) {
            return library.find(new ArticleId("warm-up")).orElseThrow();
        }
    }

    private static Optional<Use> drilled(String at) {
        var last = Optional.of(Instant.parse(at));
        return Optional.of(new Use("warm-up", 1, 1, last, 0, last, 0, 0, 0, List.of()));
    }
}
