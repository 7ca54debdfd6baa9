/** Sessions in PostgreSQL. */
@NullMarked
package duijie.sessions.jdbc;

import org.jspecify.annotations.NullMarked;
