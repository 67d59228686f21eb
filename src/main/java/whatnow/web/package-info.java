/**
 * The pages and the API: they gather what other packages know and hand it over, nothing else.
 *
 * <p>Every page works without JavaScript; scripts only refresh it, copy commands and listen to keys.
 */
@ApplicationModule(
        allowedDependencies = {
            "action",
            "chat",
            "chat :: account",
            "clearance",
            "coverage",
            "database :: disk",
            "database :: pool",
            "decision",
            "decision :: asking",
            "feedback",
            "incident",
            "knowledge",
            "knowledge :: question",
            "message",
            "notation",
            "now",
            "plan",
            "probe",
            "rulebook",
            "security",
            "signal",
            "time"
        })
@NullMarked
package whatnow.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
