/** Small values that every feature speaks in: money, credit codes, grades, dates. */
@NullMarked
package duijie.shared;

import org.jspecify.annotations.NullMarked;
