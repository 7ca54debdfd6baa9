package duijie.sheets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the records of a sheet, one a row. */
interface Records<C extends Enum<C>, T> {

  /**
   * The row's record, or null where the row is left out; the row keeps what is to be said.
   *
   * @param extra what stands in the columns that nobody knows
   */
  @Nullable T record(Filled<C> row, Map<String, String> extra);
}
