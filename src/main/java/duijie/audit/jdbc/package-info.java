/** The audit trail in PostgreSQL, which chains its rows. */
@NullMarked
package duijie.audit.jdbc;

import org.jspecify.annotations.NullMarked;
