/** What people are told by the site: of decisions, changes, and what is about to run out. */
@NullMarked
package duijie.messages;

import org.jspecify.annotations.NullMarked;
