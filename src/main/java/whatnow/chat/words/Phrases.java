package whatnow.chat.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dictionary of phrases: which words mean what. */
final class Phrases {

    private static final String FILE = "/whatnow/chat/words/phrases.csv";

    private final Trie<Phrase> phrases;
    private final Typing typing;

    private final Set<String> common;
    private final Set<String> labels;
    private final Set<String> plain;

    private Phrases(PhraseFile file) {
        this.phrases = file.phrases();
        this.common = file.common();
        this.labels = file.labels();
        this.plain = file.plain();
        this.typing = new Typing(phrases.words(), file.plain(), file.slips());
    }

    /** Reading the dictionary takes a moment, and it never changes. */
    private static final class Shipped {
        private static final Phrases PHRASES = read();
    }

    /** Those that ship with the product. */
    static Phrases shipped() {
        return Shipped.PHRASES;
    }

    private static Phrases read() {
        try (var file = Phrases.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The dictionary (%s) is missing in the jar.".formatted(FILE));
            }
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The dictionary (%s) cannot be read.".formatted(FILE), e);
        }
    }

    /**
     * @throws IllegalArgumentException with the line and what was expected there
     */
    static Phrases of(String csv) {
        return new Phrases(PhraseFile.read(csv));
    }

    /** The longest phrase that begins here. */
    Optional<Trie.Found<Phrase>> at(List<Token> tokens, int from) {
        return phrases.at(tokens, from);
    }

    /** A name that is an everyday word too. */
    boolean isCommon(String name) {
        return common.contains(name);
    }

    /** What has a name that stands in quotation marks: an alert, a page, a column. */
    boolean isLabel(String word) {
        return labels.contains(word);
    }

    /** Words that are no other word, mistyped. */
    Set<String> plain() {
        return plain;
    }

    /** A word of some phrase. */
    boolean hasWord(String word) {
        return phrases.words().contains(word);
    }

    /** A word that is mistyped, as the dictionary has it. */
    Token mended(Token token) {
        return typing.mended(token);
    }
}
