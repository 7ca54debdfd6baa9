/** Workbooks in and out, as bureaus use them. */
@NullMarked
package duijie.sheets;

import org.jspecify.annotations.NullMarked;
