/**
 * The frame of all answers to programs: JSON, versions, cursors, and what is wrong in a form that
 * programs understand.
 */
@NullMarked
package duijie.api;

import org.jspecify.annotations.NullMarked;
