package duijie.sessions.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.pages.MenuEntries;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where organizers find their sessions, and agencies those that they are asked to. */
@Singleton
@Order(45)
final class SessionsMenu implements MenuEntries {

  @Override
  public List<Entry> entries(@Nullable Account who) {
    if (who == null) {
      return List.of();
    }
    if (Access.grants(who, Deed.ORGANIZE_SESSIONS)) {
      return List.of(
          new Entry(SessionsController.TITLE, SessionsController.PATH, "calendar-event"));
    }
    if (Access.grants(who, Deed.BOOK_TALKS)) {
      return List.of(new Entry(SessionsController.TITLE, BuyerController.PATH, "calendar-event"));
    }
    return Access.grants(who, Deed.ATTEND_SESSIONS)
        ? List.of(new Entry(SessionsController.TITLE, AttendingController.PATH, "calendar-event"))
        : List.of();
  }
}
