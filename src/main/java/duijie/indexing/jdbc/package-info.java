/** The index queue in PostgreSQL. */
@NullMarked
package duijie.indexing.jdbc;

import org.jspecify.annotations.NullMarked;
