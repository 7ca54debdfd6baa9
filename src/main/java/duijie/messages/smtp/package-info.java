/** Mail by SMTP. */
@NullMarked
package duijie.messages.smtp;

import org.jspecify.annotations.NullMarked;
