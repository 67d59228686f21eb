package whatnow.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whatnow.decision.DecisionLanguage;
import whatnow.testkit.ShippedRules;

/** The build's copy of a book and the book itself are one and the same. */
class ShippedBooksTest {

    private static final RuleLanguage LANGUAGE = DecisionLanguage.language();

    static List<String> books() {
        return DecisionLanguage.BOOKS;
    }

    @ParameterizedTest
    @MethodSource("books")
    void theBuildCompiledEveryBook(String name) {
        assertThat(ShippedBooks.find(RuleBook.sha256(ShippedRules.sources(name).text())))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("books")
    void theCopySaysWhatTheBookSaysInEveryExample(String name) {
        var sources = ShippedRules.sources(name);
        var copy = RuleBook.compile(name, sources.text());
        var book = RuleBook.compileAnew(name, sources.text());

        assertThat(ExampleReader.read(sources.examples()).examples())
                .isNotEmpty()
                .allSatisfy(it -> {
                    var facts = LANGUAGE.facts().apply(it.facts());
                    assertThat(copy.consult(facts, LANGUAGE.vocabulary()))
                            .hasToString(
                                    book.consult(facts, LANGUAGE.vocabulary()).toString());
                });
        assertThat(copy.sha256()).isEqualTo(book.sha256());
    }

    @Test
    void aChangedBookIsNotTakenForTheShippedOne() {
        var changed = new TreeMap<>(ShippedRules.sources("severity").text());
        changed.replaceAll((_, text) -> text + "\n");

        assertThat(ShippedBooks.find(RuleBook.sha256(changed))).isEmpty();
        assertThat(RuleBook.compile("severity", changed).rules()).isNotEmpty();
    }
}
