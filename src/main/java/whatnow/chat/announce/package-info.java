/**
 * What chats are told without asking: one message for each incident, kept up to date.
 *
 * <p>Drills are never told. What only named people may see is never told, and what was told before is taken back.
 */
@NullMarked
package whatnow.chat.announce;

import org.jspecify.annotations.NullMarked;
