/** Messages in PostgreSQL. */
@NullMarked
package duijie.messages.jdbc;

import org.jspecify.annotations.NullMarked;
