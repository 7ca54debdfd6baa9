package duijie.accounts.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.pages.MenuEntries;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What those who mind accounts, and those who read the audit trail, find in the menu. */
@Singleton
@Order(100)
final class AccountsMenu implements MenuEntries {

  @Override
  public List<Entry> entries(@Nullable Account who) {
    var entries = new ArrayList<Entry>();
    if (who != null && Access.allows(who, Deed.MANAGE_COLLEAGUES, who.organisation().id())) {
      entries.add(new Entry(ColleaguesController.TITLE, ColleaguesController.PATH, "person-gear"));
    }
    if (Access.allows(who, Deed.MANAGE_ACCOUNTS, null)) {
      entries.add(new Entry("账号管理", AccountsController.PATH, "person-gear"));
    }
    if (Access.allows(who, Deed.READ_AUDIT_TRAIL, null)) {
      entries.add(new Entry("审计记录", AuditController.PATH, "journal-check"));
    }
    return entries;
  }
}
