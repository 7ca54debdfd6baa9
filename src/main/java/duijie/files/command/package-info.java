/** Has files looked through by a program of the machine. */
@NullMarked
package duijie.files.command;

import org.jspecify.annotations.NullMarked;
