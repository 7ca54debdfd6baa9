/** Workbooks by Apache POI; rows are streamed past it in both directions. */
@NullMarked
package duijie.sheets.poi;

import org.jspecify.annotations.NullMarked;
