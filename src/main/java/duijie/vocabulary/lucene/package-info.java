/** Text analysis with the tokenizers of Lucene. */
@NullMarked
package duijie.vocabulary.lucene;

import org.jspecify.annotations.NullMarked;
