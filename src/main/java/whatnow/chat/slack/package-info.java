/**
 * The door for Slack: commands and buttons in, answers out, by HTTP or through a socket that we open.
 *
 * <p>It knows Slack's wire and blocks. What is said and what is answered is decided elsewhere.
 */
@NullMarked
package whatnow.chat.slack;

import org.jspecify.annotations.NullMarked;
