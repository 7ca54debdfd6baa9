/** Accounts in PostgreSQL. */
@NullMarked
package duijie.accounts.jdbc;

import org.jspecify.annotations.NullMarked;
