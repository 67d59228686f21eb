package whatnow.now;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.now.Prose.Mark;
import whatnow.now.Prose.Piece;

class ProseTest {

    @ParameterizedTest
    @CsvSource({
        "Lower it *before* a disaster., before, EMPHASIS",
        "Lower it _before_ a disaster., before, EMPHASIS",
        "Do **not** let it catch up., not, STRONG",
        "Look at `pg_stat_*` and `wal_*`., pg_stat_*, CODE"
    })
    @DisplayName("What is stressed or code stands without its marks")
    void whatIsStressedStandsWithoutItsMarks(String text, String words, Mark mark) {
        assertThat(Prose.of(text))
                .filteredOn(it -> it.mark() != Mark.NONE)
                .first()
                .extracting(Piece::text, Piece::mark)
                .containsExactly(words, mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 * 4 * 5 nodes",
                "max_wal_size and wal_keep_size",
                "all of * and of *",
                "__init__ of it",
                "* one of *",
                "5*3*2",
                "_",
                "**"
            })
    @DisplayName("A star or an underscore that stresses nothing stays")
    void aStarThatStressesNothingStays(String text) {
        assertThat(Prose.of(text)).isEqualTo(List.of(new Piece(text, Mark.NONE, Optional.empty())));
    }

    @Test
    @DisplayName("A terminal shows the words, and where a link leads")
    void aTerminalShowsTheWords() {
        assertThat(Prose.words("*Do* **not**, see [lag](runbooks/replication-lag.md#steps) and `uptime`"))
                .isEqualTo("Do not, see lag (/kb/replication-lag#steps) and \"uptime\"");
    }
}
