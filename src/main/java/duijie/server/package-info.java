/** Puts everything together and serves it: database, rule book, index, pages. */
@NullMarked
package duijie.server;

import org.jspecify.annotations.NullMarked;
