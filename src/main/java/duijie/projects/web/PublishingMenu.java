package duijie.projects.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.pages.MenuEntries;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where those who write and publish projects find them. */
@Singleton
@Order(40)
final class PublishingMenu implements MenuEntries {

  @Override
  public List<Entry> entries(@Nullable Account who) {
    if (who == null) {
      return List.of();
    }
    var entries = new ArrayList<Entry>();
    if (Access.grants(who, Deed.DRAFT_PROJECT)) {
      entries.add(new Entry("项目发布", PublicationsController.PATH, "pencil-square"));
    }
    boolean answers = Access.grants(who, Deed.ANSWER_QUESTIONS);
    boolean asks = Access.grants(who, Deed.ASK_ABOUT_PROJECT);
    if (answers || asks) {
      entries.add(new Entry("答疑", QuestionsController.PATH, "chat-left-text"));
    }
    if (asks) {
      entries.add(new Entry("我的收藏", FollowingsController.PATH, "star"));
    }
    if (Access.allows(who, Deed.KEEP_CALENDAR, null)) {
      entries.add(new Entry(HolidaysController.TITLE, HolidaysController.PATH, "calendar3"));
    }
    return entries;
  }
}
