/**
 * Words coming in: one grammar for chat, the console and the terminal. And what chats are told without asking.
 *
 * <p>A line is answered with a {@link whatnow.chat.Reply}, which each door shows in its own way. Nothing is done here that a
 * page could not do: verbs call the same actions and meet the same refusals.
 */
@ApplicationModule(
        allowedDependencies = {
            "action",
            "catalogue",
            "clearance",
            "decision",
            "decision :: asking",
            "decision :: otherwise",
            "decision :: words",
            "feedback",
            "incident",
            "knowledge",
            "knowledge :: question",
            "message",
            "now",
            "plan",
            "rulebook",
            "security",
            "signal",
            "time"
        })
@NullMarked
package whatnow.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
