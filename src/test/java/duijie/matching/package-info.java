/** What specs of matching are checked against. */
@NullMarked
package duijie.matching;

import org.jspecify.annotations.NullMarked;
