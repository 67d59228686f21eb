/** The domain's words for tests, and the real things that tests run against. */
@NullMarked
package whatnow.testkit;

import org.jspecify.annotations.NullMarked;
