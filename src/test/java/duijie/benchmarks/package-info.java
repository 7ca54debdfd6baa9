/** Measurements, and the generated records that they and the specs work on. */
@NullMarked
package duijie.benchmarks;

import org.jspecify.annotations.NullMarked;
