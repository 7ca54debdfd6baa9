package duijie.sheets;

import org.jspecify.annotations.Nullable;

/**
 * Something in a workbook that a person should look at.
 *
 * @param file the file's name without folders
 * @param sheet the sheet's name, or null where the file as a whole is meant
 * @param cell the cell as Excel names it, for example {@code F12}; null where a sheet, a column or
 *     the file is meant
 * @param severity whether a value was lost or only a doubt remains
 * @param code stable, lower-case words joined by hyphens
 * @param sentence what is wrong and how to mend it, in Chinese
 */
public record Problem(
    String file,
    @Nullable String sheet,
    @Nullable String cell,
    Severity severity,
    String code,
    String sentence) {

  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
