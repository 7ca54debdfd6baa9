package duijie.projects.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.pages.MenuEntries;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where those who write and publish projects find them. */
@Singleton
@Order(40)
final class PublishingMenu implements MenuEntries {

  @Override
  public List<Entry> entries(@Nullable Account who) {
    return who != null && Access.grants(who, Deed.DRAFT_PROJECT)
        ? List.of(new Entry("项目发布", PublicationsController.PATH, "pencil-square"))
        : List.of();
  }
}
