package duijie.imports.web;

import duijie.imports.Import;
import duijie.pages.Shell;
import duijie.sessions.Session;
import duijie.sheets.WorkbookWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where workbooks of one kind are imported, and what they are about.
 *
 * @param session the session whose sheets come back, or null
 * @param menu the menu's entry to which the pages belong
 * @param way from that entry to the page where workbooks are uploaded
 * @param title of that page
 * @param form its address
 * @param list the address of the imports so far
 * @param records what the addresses of the records begin with
 * @param sheet what the template is of, or null where there is none
 * @param measure the word between a number and the noun
 * @param noun what the rows become; may be empty
 */
record Desk(
    Import.Kind kind,
    Session.@Nullable Id session,
    String menu,
    List<Shell.Crumb> way,
    String title,
    String form,
    String list,
    String records,
    WorkbookWriter.@Nullable Kind sheet,
    String measure,
    String noun) {

  /** Of records that stand at these addresses. */
  static Desk of(
      Import.Kind kind,
      String menu,
      List<Shell.Crumb> way,
      String records,
      WorkbookWriter.Kind sheet,
      String measure,
      String noun) {
    return new Desk(
        kind,
        null,
        menu,
        way,
        "导入" + sheet.sheet(),
        records + "/import",
        records + "/imports",
        records,
        sheet,
        measure,
        noun);
  }

  /** Of the sheets of a session. */
  static Desk of(Session session) {
    var path = SessionWorkbookController.PATH + "/" + session.id();
    return new Desk(
        Import.Kind.SESSION,
        session.id(),
        SessionWorkbookController.PATH,
        List.of(
            new Shell.Crumb("对接会", SessionWorkbookController.PATH),
            new Shell.Crumb(session.setup().name(), path)),
        "对接工作簿",
        path + "/workbook",
        path + "/workbook/imports",
        path,
        null,
        "行",
        "");
  }

  String template() {
    return form + "/template";
  }

  String page(Import.Id id) {
    return list + "/" + id;
  }

  /** Whether rows may change what is there. */
  boolean changes() {
    return kind != Import.Kind.PROJECTS;
  }
}
