package duijie.sheets.poi;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * What Excel offers and asks while somebody fills in a template. Only a word out of a closed list
 * is refused; a number or date written in another way than Excel's is asked about once, since the
 * import understands 36万 and 2012-02.
 */
final class Validations {

  /** The rows that are prepared. */
  private static final int ROWS = 1000;

  /** Lists stand in the hidden sheet from this column on, as they may be longer than a formula. */
  private static final int FIRST_LIST = 3;

  private final XSSFSheet form;
  private final XSSFSheet lists;
  private final XSSFDataValidationHelper helper;
  private int nextList = FIRST_LIST;

  Validations(XSSFSheet form, XSSFSheet lists) {
    this.form = form;
    this.lists = lists;
    this.helper = new XSSFDataValidationHelper(form);
  }

  /** Offers these few words in all cells of a column beneath its header, and takes others too. */
  static void offer(XSSFSheet sheet, int column, List<String> words) {
    var helper = new XSSFDataValidationHelper(sheet);
    var last = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    var constraint = helper.createExplicitListConstraint(words.toArray(String[]::new));
    var range = new CellRangeAddressList(1, last, column, column);
    var validation = helper.createValidation(constraint, range);
    validation.setEmptyCellAllowed(true);
    validation.setSuppressDropDownArrow(true);
    validation.setShowErrorBox(false);
    sheet.addValidationData(validation);
  }

  /** Adds what the column takes, if that is anything in particular. */
  void add(int column, Guide guide) {
    switch (guide.entry()) {
      case Entry.Words words -> {}
      case Entry.Digits digits -> {}
      case Entry.OneOf one -> list(column, one.words(), ErrorStyle.STOP, guide);
      case Entry.AnyOf any -> list(column, any.words(), null, guide);
      case Entry.Whole whole -> {
        var from = Integer.toString(whole.from());
        var to = Integer.toString(whole.to());
        add(
            column,
            helper.createIntegerConstraint(OperatorType.BETWEEN, from, to),
            ErrorStyle.WARNING,
            guide);
      }
      case Entry.Decimal decimal -> {
        var from = Long.toString(decimal.from());
        var to = Long.toString(decimal.to());
        add(
            column,
            helper.createDecimalConstraint(OperatorType.BETWEEN, from, to),
            ErrorStyle.WARNING,
            guide);
      }
      case Entry.Day day -> date(column, guide);
      case Entry.Moment moment -> date(column, guide);
    }
  }

  private void date(int column, Guide guide) {
    var constraint =
        helper.createDateConstraint(
            OperatorType.BETWEEN, "DATE(1900,3,1)", "DATE(2100,12,31)", "yyyy-mm-dd");
    add(column, constraint, ErrorStyle.WARNING, guide);
  }

  private void list(int column, List<String> words, @Nullable Integer style, Guide guide) {
    var letters = CellReference.convertNumToColString(nextList);
    for (int i = 0; i < words.size(); i++) {
      var row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
      row.createCell(nextList).setCellValue(words.get(i));
    }
    nextList++;
    var range =
        "'%s'!$%s$1:$%s$%d"
            .formatted(lists.getSheetName(), letters, letters, Math.max(1, words.size()));
    add(column, helper.createFormulaListConstraint(range), style, guide);
  }

  private void add(
      int column, DataValidationConstraint constraint, @Nullable Integer style, Guide guide) {
    var range = new CellRangeAddressList(1, ROWS, column, column);
    var validation = helper.createValidation(constraint, range);
    validation.setEmptyCellAllowed(true);
    validation.setSuppressDropDownArrow(true);
    validation.setShowErrorBox(style != null);
    if (style != null) {
      validation.setErrorStyle(style);
      validation.createErrorBox(guide.header(), guide.note() + "例如：" + guide.example());
    }
    form.addValidationData(validation);
  }
}
