package duijie.agencies.web;

import duijie.accounts.Account;
import duijie.pages.MenuEntries;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What agencies, and those who review them, find in the menu. */
@Singleton
@Order(50)
final class AgenciesMenu implements MenuEntries {

  @Override
  public List<Entry> entries(@Nullable Account who) {
    var entries = new ArrayList<Entry>();
    if (who == null) {
      entries.add(new Entry("机构注册", RegisterController.PATH, "building-add"));
    }
    return entries;
  }
}
