package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;
import whatnow.knowledge.question.Circumstances;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.testkit.MovableClock;

class SearchesTest {

    final Person anna = new Person("anna", Role.RESPONDER);
    final List<ArticleId> reached = new ArrayList<>();

    @Test
    void whatASearchLedToIsCountedAndWhatIsTypedOnTheWayIsNot() {
        try (var library = Library.open("knowledge-base")) {
            var searches = new Searches(library, reached::addAll, new MovableClock());

            searches.whileTyping(anna, "replication lag", Circumstances.NONE, 3);
            assertThat(reached).isEmpty();

            searches.find(anna, "replication lag", Circumstances.NONE, 3);
            assertThat(reached).contains(new ArticleId("replication-lag"));
        }
    }

    @Test
    @DisplayName("nobody has more than two searches running at once, and others are not held up (S-12)")
    void nobodyHasMoreThanTwoAtOnce() throws InterruptedException {
        var go = new CountDownLatch(1);
        var running = new CountDownLatch(2);
        try (var library = Library.open("knowledge-base")) {
            var searches = new Searches(
                    library,
                    _ -> {
                        running.countDown();
                        await(go);
                    },
                    new MovableClock());
            var first = Thread.startVirtualThread(() -> searches.find(anna, "replication lag", Circumstances.NONE, 3));
            var second = Thread.startVirtualThread(() -> searches.find(anna, "replication lag", Circumstances.NONE, 3));
            running.await();

            assertThatThrownBy(() -> searches.find(anna, "replication lag", Circumstances.NONE, 3))
                    .isInstanceOf(ResponseStatusException.class)
                    .hasMessageContaining("429");
            assertThat(searches.whileTyping(new Person("ben", Role.VIEWER), "replication lag", Circumstances.NONE, 3)
                            .hits())
                    .isNotEmpty();

            go.countDown();
            first.join();
            second.join();
            assertThat(searches.whileTyping(anna, "replication lag", Circumstances.NONE, 3)
                            .hits())
                    .isNotEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
