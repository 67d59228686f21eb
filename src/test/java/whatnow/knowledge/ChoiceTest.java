package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Reading;

class ChoiceTest {

    final List<Article> articles = List.of(
            article("zoo/a.md", "a", "lesson", "category: recovery_procedures\ntags: [dns]"),
            article("zoo/deep/b.md", "b", "runbook", "category: recovery_procedures\ntags: [dns, rds]\nweight: 20"),
            article("zoo/deep/c.md", "c", "runbook", "category: recovery_procedures\nservices: [ledger]\nweight: 10"),
            article("d.md", "d", "runbook", "category: recipes\ntags: [rds]"),
            article("e.md", "e", "adr", "category: system_architecture"));

    @Test
    void withoutAWishAllAreThereWhatIsNeededFirstInFront() {
        assertThat(ids(Choice.of(Map.of()))).containsExactly("c", "b", "a", "e", "d");
    }

    @Test
    void eachWishLeavesOutWhatDoesNotHaveIt() {
        assertThat(ids(Choice.of(Map.of("tag", "dns")))).containsExactly("b", "a");
        assertThat(ids(Choice.of(Map.of("tag", "dns", "type", "runbook")))).containsExactly("b");
        assertThat(ids(Choice.of(Map.of("service", "ledger", "tag", "rds")))).isEmpty();
        assertThat(ids(Choice.of(Map.of("category", "recipes")))).containsExactly("d");
        assertThat(ids(Choice.of(Map.of("tag", " ", "colour", "red")))).hasSize(5);
    }

    @Test
    void aFolderHoldsWhatLiesDeeper() {
        assertThat(ids(Choice.of(Map.of("folder", "zoo")))).containsExactly("c", "b", "a");
        assertThat(ids(Choice.of(Map.of("folder", "zoo/deep")))).containsExactly("c", "b");
    }

    @Test
    void valuesAreCountedMostFrequentFirst() {
        assertThat(Choice.counts(Facet.TAG, articles))
                .containsExactly(new Choice.Count("dns", 2), new Choice.Count("rds", 2));
        assertThat(Choice.counts(Facet.TYPE, articles).getFirst()).isEqualTo(new Choice.Count("runbook", 3));
        assertThat(Choice.counts(Facet.FOLDER, articles))
                .containsExactly(new Choice.Count("zoo", 3), new Choice.Count("zoo/deep", 2));
    }

    private List<String> ids(Choice choice) {
        return choice.from(articles).stream().map(it -> it.id().slug()).toList();
    }

    private static Article article(String path, String id, String type, String more) {
        var text = Articles.minimal(id, "Text.").replace("type: lesson", "type: " + type + "\n" + more);
        var reading = ArticleReader.read(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return ((Reading.Read) reading).article();
    }
}
