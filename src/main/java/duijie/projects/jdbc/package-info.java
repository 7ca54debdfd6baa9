/** Projects in PostgreSQL. */
@NullMarked
package duijie.projects.jdbc;

import org.jspecify.annotations.NullMarked;
