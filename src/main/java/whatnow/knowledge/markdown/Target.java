package whatnow.knowledge.markdown;

import java.util.Optional;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Attachment;

/** Where a link leads. */
public sealed interface Target {

    /** @param section a heading id of that article */
    record Page(ArticleId article, Optional<String> section) implements Target {

        String address() {
            return "/kb/" + article + section.map("#"::concat).orElse("");
        }
    }

    /** A file that lies beside the articles. */
    record Attached(Attachment file) implements Target {

        String address() {
            return "/kb/files/" + file.id();
        }
    }

    record Nothing() implements Target {}
}
