package duijie.sheets;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number Excel's row number, from 1
 * @param cells its filled cells
 */
public record SheetRow(int number, List<Cell> cells) {}
