/** Agencies in PostgreSQL. */
@NullMarked
package duijie.agencies.jdbc;

import org.jspecify.annotations.NullMarked;
