/** Pages for browsers, one controller each. */
@NullMarked
package whatnow.web.page;

import org.jspecify.annotations.NullMarked;
