/** What people do about an incident, for pages and programs alike. */
@NullMarked
package whatnow.web.act;

import org.jspecify.annotations.NullMarked;
