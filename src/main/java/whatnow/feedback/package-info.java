/**
 * What became of articles: what people who worked by them said, which decisions and searches led to them, and the drafts of
 * those that were missing.
 *
 * <p>It counts and keeps; nothing that is decided depends on it. Whom it may be shown to is settled by whoever shows it: of
 * incidents that the reader may not see nothing is counted.
 */
@ApplicationModule(
        allowedDependencies = {"database :: pool", "decision", "incident", "knowledge", "notation", "plan", "time"})
@NullMarked
package whatnow.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
