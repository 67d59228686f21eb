/** What the doors of all chats have in common: who speaks, what was heard before, how long an answer may take. */
@NullMarked
package whatnow.chat.door;

import org.jspecify.annotations.NullMarked;
