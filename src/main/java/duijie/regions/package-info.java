/** Administrative divisions of China in four levels, and what lies within what. */
@NullMarked
package duijie.regions;

import org.jspecify.annotations.NullMarked;
