/** Prints the papers of sessions as PDF, with the letters in the file. */
@NullMarked
package duijie.sessions.pdf;

import org.jspecify.annotations.NullMarked;
