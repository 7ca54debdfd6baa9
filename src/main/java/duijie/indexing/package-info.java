/** Keeps the search index true to the database: what is queued, what is indexed, building anew. */
@NullMarked
package duijie.indexing;

import org.jspecify.annotations.NullMarked;
