/** The search index on embedded Lucene, in memory. */
@NullMarked
package duijie.matching.lucene;

import org.jspecify.annotations.NullMarked;
