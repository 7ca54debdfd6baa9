/** Interests and invitations in PostgreSQL. */
@NullMarked
package duijie.interests.jdbc;

import org.jspecify.annotations.NullMarked;
