/** Workbooks that people upload: read, previewed and imported in the background. */
@NullMarked
package duijie.imports;

import org.jspecify.annotations.NullMarked;
