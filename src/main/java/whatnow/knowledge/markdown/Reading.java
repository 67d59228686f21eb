package whatnow.knowledge.markdown;

import java.util.List;
import whatnow.knowledge.Article;

/** What became of reading one file. */
public sealed interface Reading {

    /** Served to readers, with what should be mended. */
    record Read(Article article, List<Remark> remarks) implements Reading {}

    /** Not an article at all; the one reason why. */
    record Broken(Remark reason) implements Reading {}
}
