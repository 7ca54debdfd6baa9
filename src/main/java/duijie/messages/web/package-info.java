/** The pages on which somebody reads what they were told. */
@NullMarked
package duijie.messages.web;

import org.jspecify.annotations.NullMarked;
