/**
 * The Now card: one shape that the web page, the terminal, the chat and the API all show.
 *
 * <p>It gathers and words; it decides nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "incident",
            "decision",
            "decision :: asking",
            "decision :: words",
            "plan",
            "knowledge",
            "knowledge :: question",
            "catalogue",
            "notation",
            "time",
            "signal",
            "rulebook"
        })
@NullMarked
package whatnow.now;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
