/** Which requests may hold up which others: none of another lane. */
@NullMarked
package whatnow.web.lane;

import org.jspecify.annotations.NullMarked;
