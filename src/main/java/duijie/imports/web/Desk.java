package duijie.imports.web;

import duijie.imports.Import;
import duijie.sheets.WorkbookWriter;

/**
 * Where workbooks of one kind are imported, and what they are about.
 *
 * @param menu the menu's entry to which the pages belong
 * @param menuLabel what that is called
 * @param base what their addresses begin with
 * @param sheet what the template is of
 * @param measure the word between a number and the noun
 * @param noun what the rows become
 */
record Desk(
    Import.Kind kind,
    String menu,
    String menuLabel,
    String base,
    WorkbookWriter.Kind sheet,
    String measure,
    String noun) {

  String form() {
    return base + "/import";
  }

  String template() {
    return base + "/import/template";
  }

  String list() {
    return base + "/imports";
  }

  String page(Import.Id id) {
    return list() + "/" + id;
  }

  /** Whether rows may change what is there. */
  boolean changes() {
    return kind == Import.Kind.AGENCIES;
  }

  String title() {
    return "导入" + sheet.sheet();
  }
}
