package whatnow.chat.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Sentences and the dictionary as they lie beside the classes. */
final class WordsFiles {

    static String text(String name) {
        try (var file = Objects.requireNonNull(WordsFiles.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WordsFiles() {}
}
