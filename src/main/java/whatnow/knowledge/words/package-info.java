/**
 * What the words of an operator are: sentences without endings, names kept whole and in parts, and what
 * means the same. Used alike for what is written in articles and for what is asked.
 */
@NullMarked
package whatnow.knowledge.words;

import org.jspecify.annotations.NullMarked;
