package whatnow.chat.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody edits the dictionary, at night, by hand. */
class PhraseFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"crashed", "it crashes", "crashing", "crash"})
    void aTildeStandsForAllForms(String typed) {
        assertThat(meaning("DOWN,~crash", typed)).contains(Claim.DOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "'DOWN,a|b c',b c",
        "'DOWN,(the) lights out',lights out",
        "'DOWN,went_away|left',went away",
        "'DOWN,corrupt*',corrupted",
        "'DOWN,takes .. minutes',takes about forty minutes"
    })
    void elementsMeanWhatTheFirstLinesSay(String line, String typed) {
        assertThat(meaning(line, typed)).contains(Claim.DOWN);
    }

    @Test
    void aListStandsForItsWords() {
        assertThat(meaning("@RES,disk|memory\nFULL,out of @RES", "out of memory"))
                .contains(Claim.FULL);
    }

    @Test
    void irregularFormsAreListed() {
        assertThat(meaning("FORMS,fall falls fell fallen falling\nDOWN,~fall over", "fell over"))
                .contains(Claim.DOWN);
    }

    @Test
    void aGapDoesNotReachOverWordsThatDeny() {
        assertThat(meaning("DOWN,checksums .. match", "checksums don't match")).isEmpty();
    }

    @Test
    void theLongestPhraseCounts() {
        assertThat(meaning("UP,back\nLAG,backing up\nUP,back up\nDOWN,back up again late", "back up again late"))
                .containsExactly(Claim.DOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DOWM,dead;expected one of;DOWM",
                "DOWN;a meaning, a comma and a phrase;DOWN",
                "DOWN,;a meaning, a comma and a phrase;DOWN,",
                "DOWN,out of @RESOURCES;a list that stands above it;@RESOURCES",
                "DOWN,(the) (a);a word that may not be missing;(the) (a)",
                "DOWN,.. dead;a gap (..) stands between two words;never first",
                "DOWN,dead ..;a gap (..) stands between two words;never first",
                "DOWN,dead ~;expected a word;~"
            })
    void aMistakeNamesItsLineAndWhatWasExpected(String line, String expected, String found) {
        var csv = "meaning,phrase\n# a remark\nUP,fine\n" + line + "\n";

        assertThatThrownBy(() -> Phrases.of(csv))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 4")
                .hasMessageContaining(expected)
                .hasMessageContaining(found);
    }

    @Test
    void aPhraseThatStandsTwiceNamesBothLines() {
        assertThatThrownBy(() -> Phrases.of("DOWN,dead\nUP,fine\nUP,dead\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("line 1 already");
    }

    @Test
    void theShippedDictionaryHasNoMistake() {
        assertThat(Phrases.shipped()).isNotNull();
    }

    private static List<Meaning> meaning(String csv, String typed) {
        var tokens = Token.of(typed);
        var phrases = Phrases.of(csv);
        return java.util.stream.IntStream.range(0, tokens.size())
                .boxed()
                .flatMap(it -> phrases.at(tokens, it).stream())
                .flatMap(it -> it.value().senses().stream())
                .map(Phrase.Sense::meaning)
                .toList();
    }
}
