package duijie.imports.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.pages.MenuEntries;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where officers find the import. */
@Singleton
@Order(55)
final class ImportsMenu implements MenuEntries {

  @Override
  public List<Entry> entries(@Nullable Account who) {
    return who != null && Access.grants(who, Deed.IMPORT_AGENCIES)
        ? List.of(
            new Entry(
                AgencyImportsController.DESK.title(),
                AgencyImportsController.DESK.menu(),
                "file-earmark-arrow-up"))
        : List.of();
  }
}
