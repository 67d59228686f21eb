package whatnow.testkit;

import java.nio.file.Path;
import whatnow.knowledge.Library;

/** The articles that ship with the product, as the repository has them. */
public final class ShippedArticles {

    public static final Path FOLDER = Path.of("knowledge-base");

    /** Read anew; whoever asks may close it. */
    public static Library library() {
        return Library.of(FOLDER);
    }

    private ShippedArticles() {}
}
