package whatnow.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * The books that were compiled when the product was built, so that a start need not compile them again.
 *
 * <p>Each is found by the hash of its text. A book that anybody has changed has another hash, is not found and is
 * compiled; and because the hash is part of the package's name, both can be loaded side by side.
 */
final class ShippedBooks {

    /** On the class path: one file for each book, called as its hash, naming the class to load. */
    static final String INDEX = "compiled-rules/";

    private ShippedBooks() {}

    /**
     * @param sha256 of the book's text, in hexadecimal
     */
    static Optional<KieBase> find(String sha256) {
        return modelOf(sha256).map(KieBaseBuilder::createKieBaseFromModel);
    }

    /** The same rules under a package name of their own. */
    static String inOwnPackage(String drl, String sha256) {
        return drl.replaceFirst("(?m)^package\\s+([\\w.]+)", "package $1.s" + sha256.substring(0, 16));
    }

    private static Optional<Model> modelOf(String sha256) {
        var loader = ShippedBooks.class.getClassLoader();
        try (var index = loader.getResourceAsStream(INDEX + sha256)) {
            return index == null
                    ? Optional.empty()
                    : Optional.of(load(new String(index.readAllBytes(), StandardCharsets.UTF_8), loader));
        } catch (IOException e) {
            throw new UncheckedIOException("The compiled rules (%s) cannot be read.".formatted(sha256), e);
        }
    }

    private static Model load(String name, @Nullable ClassLoader loader) {
        try {
            return (Model)
                    Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The compiled rules (%s) are not complete. Build the product again: mvn clean package."
                            .formatted(name),
                    e);
        }
    }
}
