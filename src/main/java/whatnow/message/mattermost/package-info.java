/** Mattermost, by its REST API. */
@NullMarked
package whatnow.message.mattermost;

import org.jspecify.annotations.NullMarked;
