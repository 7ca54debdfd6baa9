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
  DECIMAL("General", false),
  SCORE("0.00", false),
  MONEY("#,##0", false),
  MONEY_WITH_FEN("#,##0.00", false),
  DATE("yyyy-mm-dd", true),
  DATE_TIME("yyyy-mm-dd hh:mm", true),
  HEADER("General", true);

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

  /** Whether cells of this look hold text. */
  boolean textual() {
    return this == TEXT || this == CODE || this == MARK || this == HEADER;
  }
}
