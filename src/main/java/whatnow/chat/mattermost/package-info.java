/**
 * The door for Mattermost: the same commands and answers, in its Markdown.
 *
 * <p>Mattermost proves itself by a token in what it sends; a button proves itself by a signature of ours, because a press
 * brings no token.
 */
@NullMarked
package whatnow.chat.mattermost;

import org.jspecify.annotations.NullMarked;
