/** The same answers for programs. */
@NullMarked
package whatnow.web.api;

import org.jspecify.annotations.NullMarked;
