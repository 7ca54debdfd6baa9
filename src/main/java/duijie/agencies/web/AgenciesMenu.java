package duijie.agencies.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
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
    if (who != null && Access.allows(who, Deed.KEEP_PROFILE, who.organisation().id())) {
      entries.add(new Entry("机构资料", ProfileController.PATH, "card-checklist"));
    }
    if (Access.allows(who, Deed.REVIEW_AGENCIES, null)) {
      entries.add(new Entry(ReviewsController.TITLE, ReviewsController.PATH, "clipboard-check"));
    }
    return entries;
  }
}
