/** What the portal keeps in PostgreSQL. */
@NullMarked
package duijie.portal.jdbc;

import org.jspecify.annotations.NullMarked;
