package duijie.sheets.poi;

import java.io.IOException;

/** A workbook that cannot be given back with marks in it. */
final class UnmarkableException extends IOException {

  private static final long serialVersionUID = 1;

  UnmarkableException(String message) {
    super(message);
  }
}
