package duijie.imports.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.imports.Import;
import duijie.imports.Imports;
import duijie.pages.Duties;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Workbooks that were read and that nobody has confirmed or given up. */
@Singleton
final class ImportDuties implements Duties {

  /** Among so many of the latest: what is older has been forgotten. */
  private static final int LATEST = 50;

  private final Imports imports;

  ImportDuties(Imports imports) {
    this.imports = imports;
  }

  @Override
  public List<Duty> of(Account who) {
    var duties = new ArrayList<Duty>();
    if (Access.grants(who, Deed.IMPORT_AGENCIES)) {
      duties.add(duty(AgencyImportsController.DESK, who));
    }
    if (Access.grants(who, Deed.DRAFT_PROJECT)) {
      duties.add(duty(DraftImportsController.DESK, who));
    }
    if (Access.grants(who, Deed.ORGANIZE_SESSIONS)) {
      duties.add(
          new Duty(
              "确认传回的签到表和意向台账",
              SessionWorkbookController.PATH,
              () -> waiting(Import.Kind.SESSION, who).size(),
              most ->
                  waiting(Import.Kind.SESSION, who).stream()
                      .limit(most)
                      .map(ImportDuties::ofSession)
                      .toList()));
    }
    return duties;
  }

  private Duty duty(Desk desk, Account who) {
    return new Duty(
        "确认" + desk.title(),
        desk.list(),
        () -> waiting(desk.kind(), who).size(),
        most ->
            waiting(desk.kind(), who).stream().limit(most).map(job -> item(desk, job)).toList());
  }

  private static Item ofSession(Import job) {
    var path = SessionWorkbookController.PATH + "/" + job.session() + "/workbook/imports/";
    return new Item(job.file().name(), path + job.id(), job.uploadedBy() + " 上传");
  }

  private List<Import> waiting(Import.Kind kind, Account who) {
    return imports.of(who.organisation().id(), kind, 0, LATEST).stream()
        .filter(job -> job.state() == Import.State.TO_CONFIRM)
        .toList();
  }

  private static Item item(Desk desk, Import job) {
    return new Item(job.file().name(), desk.page(job.id()), job.uploadedBy() + " 上传");
  }
}
