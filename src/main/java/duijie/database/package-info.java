/** The data folder and the PostgreSQL that lives in it. */
@NullMarked
package duijie.database;

import org.jspecify.annotations.NullMarked;
