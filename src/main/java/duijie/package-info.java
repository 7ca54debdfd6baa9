/** The command line and what starts the program. */
@NullMarked
package duijie;

import org.jspecify.annotations.NullMarked;
