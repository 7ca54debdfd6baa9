/** Rule books in YAML, their expressions in CEL: read, checked, compiled, evaluated. */
@NullMarked
package duijie.matching.cel;

import org.jspecify.annotations.NullMarked;
