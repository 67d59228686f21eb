package whatnow.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordsOnlyTest {

    @Test
    @DisplayName("A row of a table is a line, and an empty cell leaves no mark")
    void aRowIsALine() {
        var table = """
                Before it.

                | Error | Meaning | Do |
                |---|---|---|
                | `ORA-00257` | archive area **full** | [free it](storage.md#free) |
                | `a\\|b` | | wait |

                After it.
                """;

        assertThat(Markdown.plain(table)).isEqualToIgnoringNewLines("""
                        Before it.
                        Error \u00b7 Meaning \u00b7 Do
                        "ORA-00257" \u00b7 archive area full \u00b7 free it
                        "a|b" \u00b7 wait
                        After it.""");
        assertThat(Markdown.plain(table).lines()).hasSize(5);
    }

    @Test
    @DisplayName("A link and an image are the words of them")
    void aLinkIsItsWords() {
        assertThat(Markdown.plain("[free it](storage.md) ![a graph](g.png) [[Replication lag]]"))
                .isEqualTo("free it a graph Replication lag");
    }

    @Test
    @DisplayName("What is struck through is seen to be")
    void whatIsStruckThroughIsSeenToBe() {
        assertThat(Markdown.plain("~~Restart **the** primary.~~ Fail over."))
                .isEqualTo("~~Restart the primary.~~ Fail over.");
    }
}
