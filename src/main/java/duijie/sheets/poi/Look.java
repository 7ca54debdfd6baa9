package duijie.sheets.poi;

/** How a cell looks; each sheet program knows it by the index of a style. */
enum Look {
  /** Words that wrap. */
  TEXT("General", false),
  /** Codes, numbers of records, phones: digits that are no quantity. */
  CODE("@", false),
  /** A short word in the middle. */
  MARK("General", true),
  INTEGER("#,##0", false),
  YEAR("0", true),
  /** A small number in the middle. */
  COUNT("0", true),
  DECIMAL("General", false),
  SCORE("0.00", false),
  MONEY("#,##0", false),
  MONEY_WITH_FEN("#,##0.00", false),
  DATE("yyyy-mm-dd", true),
  DATE_TIME("yyyy-mm-dd hh:mm", true),
  TIME("hh:mm", true),
  HEADER("General", true),
  /** What only the program reads. */
  HIDDEN("@", false),
  /** The name of what a page is about. */
  TITLE("General", false),
  /** What stands beneath that. */
  LEAD("General", false);

  private final String format;
  private final boolean centred;

  Look(String format, boolean centred) {
    this.format = format;
    this.centred = centred;
  }

  /** The number format in Excel's notation. */
  String format() {
    return format;
  }

  boolean centred() {
    return centred;
  }

  /** Whether it stands above a table and not in it. */
  boolean heading() {
    return this == TITLE || this == LEAD;
  }

  /** Whether cells of this look hold text. */
  boolean textual() {
    return this == TEXT || this == CODE || this == MARK || this == HEADER || heading();
  }
}
