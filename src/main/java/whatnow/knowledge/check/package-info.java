/** What an article must look like, one class for each thing that is looked at. */
@NullMarked
package whatnow.knowledge.check;

import org.jspecify.annotations.NullMarked;
