/** The command line: one class a command, messages in Chinese or English. */
@NullMarked
package duijie.cli;

import org.jspecify.annotations.NullMarked;
