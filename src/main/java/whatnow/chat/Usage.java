package whatnow.chat;

import java.util.List;
import whatnow.security.Role;

/**
 * How a verb is said, and by whom.
 *
 * @param aliases other words for it, as people of other tools know them
 * @param form how it is typed: {@code ack [INC] [note]}
 * @param says what it does, in a sentence for the help
 * @param needs the least role
 * @param changes whether it writes anything down: a button that was shown with an older state of the incident then does
 *     nothing
 */
public record Usage(String name, List<String> aliases, String form, String says, Role needs, boolean changes) {

    /** For everybody who may read; what it writes it asks a role for by itself. */
    public static Usage looks(String name, String form, String says) {
        return new Usage(name, List.of(), form, says, Role.VIEWER, false);
    }

    public static Usage acts(Role needs, String name, String form, String says) {
        return new Usage(name, List.of(), form, says, needs, true);
    }

    public Usage alias(String... others) {
        return new Usage(name, List.of(others), form, says, needs, changes);
    }
}
