package duijie.projects.web;

import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Addresses;
import duijie.pages.Words;
import duijie.projects.Announcing;
import duijie.projects.Change;
import duijie.projects.Column;
import duijie.projects.Notice;
import duijie.projects.Notices;
import duijie.projects.Project;
import duijie.projects.ProjectWords;
import duijie.projects.TypedProjects;
import duijie.shared.Money;
import duijie.shared.SameName;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes notices as everybody reads them: without the ways to reach a person. */
@Singleton
final class NoticeViews {

  /** What no notice shows: whom to call is for those who have signed in. */
  static final Set<Column> HIDDEN = EnumSet.of(Column.ID, Column.CONTACT, Column.PHONE);

  private final Notices notices;
  private final TypedProjects typing;
  private final ProjectWords words;
  private final Accounts accounts;

  NoticeViews(Notices notices, TypedProjects typing, ProjectWords words, Accounts accounts) {
    this.notices = notices;
    this.typing = typing;
    this.words = words;
    this.accounts = accounts;
  }

  NoticePage page(Notice notice) {
    var all = notices.of(notice.project());
    var before = Announcing.latest(all.subList(0, notice.number() - 1));
    var content = notice.kind() == Notice.Kind.TERMINATION ? before.orElse(notice) : notice;
    var last = all.getLast();
    var buyer = content.typed().getOrDefault(Column.BUYER, "");
    return new NoticePage(
        notice.project().value(),
        content.typed().getOrDefault(Column.NAME, ""),
        notice.kind().label(),
        buyer,
        accounts
            .organisation(notice.owner())
            .map(Organisation::name)
            .filter(name -> !SameName.alike(name, buyer))
            .orElse(null),
        "/projects/" + Addresses.encode(notice.project().value()),
        NoticesController.path(notice.id()),
        minute(notice.publishedAt()),
        notice.reason().isEmpty() ? null : shown(notice.reason()),
        last.number() == notice.number() ? null : NoticesController.path(last.id()),
        before.map(old -> changes(old, content)).orElse(List.of()),
        items(content));
  }

  private List<Change> changes(Notice before, Notice after) {
    return Change.between(understood(before), before.clauses(), understood(after), after.clauses())
        .stream()
        .filter(change -> change.column() == null || !HIDDEN.contains(change.column()))
        .map(c -> new Change(c.column(), c.label(), shown(c.before()), shown(c.after())))
        .toList();
  }

  private List<NoticePage.Item> items(Notice notice) {
    var items = new ArrayList<NoticePage.Item>();
    understood(notice)
        .forEach(
            (column, text) -> {
              if (!HIDDEN.contains(column)) {
                items.add(new NoticePage.Item(column.label(), shown(text)));
              }
            });
    notice.clauses().forEach((head, text) -> items.add(new NoticePage.Item(head, shown(text))));
    return items;
  }

  /**
   * What a notice says in the one form of each column: an amount may be typed as 十二万, a grade as
   * 三A, and nobody should have to guess. What cannot be understood stays as it was typed.
   */
  private Map<Column, String> understood(Notice notice) {
    var understood = new EnumMap<Column, String>(Column.class);
    understood.putAll(notice.typed());
    var project = typing.understand(notice.typed()).project();
    if (project != null) {
      var written = words.typed(project);
      understood.replaceAll(
          (column, typed) -> {
            var amount = amount(column, project);
            return amount == null ? written.getOrDefault(column, typed) : Words.amount(amount);
          });
    }
    return understood;
  }

  private static @Nullable Money amount(Column column, Project project) {
    return switch (column) {
      case BUDGET -> project.budget();
      case ANNUAL_BUDGET -> project.annualBudget();
      default -> null;
    };
  }

  private static String shown(String text) {
    return Objects.requireNonNull(Words.withoutContacts(text));
  }

  private static String minute(Instant at) {
    return Words.minute(LocalDateTime.ofInstant(at, WorkingCalendar.ZONE));
  }
}
