/** The pages on which interest is declared and agencies are invited. */
@NullMarked
package duijie.interests.web;

import org.jspecify.annotations.NullMarked;
