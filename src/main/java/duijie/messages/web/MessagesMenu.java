package duijie.messages.web;

import duijie.accounts.Account;
import duijie.messages.Messages;
import duijie.pages.MenuEntries;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where people find what they were told, and how much of it they have not opened. */
@Singleton
@Order(90)
final class MessagesMenu implements MenuEntries {

  private final Messages messages;

  MessagesMenu(Messages messages) {
    this.messages = messages;
  }

  @Override
  public List<Entry> entries(@Nullable Account who) {
    return who == null
        ? List.of()
        : List.of(
            new Entry("消息", MessagesController.PATH, "bell", () -> messages.unread(who.id())));
  }
}
