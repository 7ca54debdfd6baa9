/** The demonstration county: real notices from outside it and invented records inside it. */
@NullMarked
package duijie.demonstration;

import org.jspecify.annotations.NullMarked;
