/** From the text of a file to an {@code Article}, and from Markdown to HTML that cannot do harm. */
@NullMarked
package whatnow.knowledge.markdown;

import org.jspecify.annotations.NullMarked;
