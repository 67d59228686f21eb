/** {@code bin/whatnow}: asks a server what the pages show, and answers from files when no server does. */
@ApplicationModule(
        allowedDependencies = {
            "knowledge",
            "knowledge :: question",
            "knowledge :: measure",
            "knowledge :: foreign",
            "knowledge :: imports",
            "plan",
            "rulebook",
            "decision",
            "signal",
            "time",
            "incident",
            "now",
            "chat",
            "chat :: words"
        })
@NullMarked
package whatnow.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
