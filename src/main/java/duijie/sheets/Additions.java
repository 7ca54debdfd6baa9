package duijie.sheets;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sheets and the columns that the product itself adds to workbooks. Who reads a workbook passes
 * over them in silence: they neither count as sheets of the file nor as unknown columns.
 */
public final class Additions {

  /** The column after the last one in which a faulty row says what is wrong with it. */
  public static final String ERROR_COLUMN = "错误原因";

  /**
   * The last column of a workbook that the platform makes: in which state a record was then. The
   * platform itself keeps the states, so that reading the workbook changes none.
   */
  public static final String STATE_COLUMN = "平台状态";

  /** The sheet that lists every problem of a workbook. */
  public static final String ERROR_SHEET = "错误汇总";

  /** The sheet of a template that says how to fill it in. */
  public static final String GUIDE_SHEET = "填写说明";

  /**
   * The hidden sheet of a template: A1 {@code template}, B1 the name of the sheet to fill in, A2
   * {@code version}, B2 the template's version.
   */
  public static final String MARKER_SHEET = "_duijie";

  /** The version of the templates that are handed out now. */
  public static final String TEMPLATE_VERSION = "1";

  private static final Set<String> SHEETS = Set.of(ERROR_SHEET, GUIDE_SHEET, MARKER_SHEET);

  private Additions() {}

  /** Whether a column with this header was added by the product. */
  static boolean isAddedColumn(@Nullable String header) {
    return ERROR_COLUMN.equals(header) || STATE_COLUMN.equals(header);
  }

  /** Whether a sheet of this name was added by the product. */
  public static boolean isAddedSheet(String name) {
    return SHEETS.contains(name);
  }
}
