package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.pages.Duties;
import duijie.pages.MenuEntries;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where people find what waits for them, and how much that is. */
@Singleton
@Order(80)
final class TodoMenu implements MenuEntries {

  private final List<Duties> features;

  TodoMenu(List<Duties> features) {
    this.features = features;
  }

  @Override
  public List<Entry> entries(@Nullable Account who) {
    return who == null
        ? List.of()
        : List.of(new Entry("待办", TodoController.PATH, "list-task", () -> waiting(who)));
  }

  private int waiting(Account who) {
    return features.stream()
        .flatMap(feature -> feature.of(who).stream())
        .mapToInt(duty -> duty.count().getAsInt())
        .sum();
  }
}
