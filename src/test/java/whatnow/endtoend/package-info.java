/** The product as it is shipped, between real machines: nothing in here looks inside. */
@NullMarked
package whatnow.endtoend;

import org.jspecify.annotations.NullMarked;
