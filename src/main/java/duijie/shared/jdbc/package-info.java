/** What the tables of all features have in common. */
@NullMarked
package duijie.shared.jdbc;

import org.jspecify.annotations.NullMarked;
