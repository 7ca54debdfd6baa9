/** Uploaded workbooks in PostgreSQL. */
@NullMarked
package duijie.imports.jdbc;

import org.jspecify.annotations.NullMarked;
