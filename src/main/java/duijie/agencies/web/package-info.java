/** The pages on which agencies register and keep their profile, and on which the bureau reviews. */
@NullMarked
package duijie.agencies.web;

import org.jspecify.annotations.NullMarked;
