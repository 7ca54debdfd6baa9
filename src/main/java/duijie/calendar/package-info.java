/** Working days with their swaps 调休, and the statutory periods counted in them. */
@NullMarked
package duijie.calendar;

import org.jspecify.annotations.NullMarked;
