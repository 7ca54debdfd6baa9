package duijie.projects.web;

import duijie.calendar.WorkingCalendar;
import duijie.pages.Addresses;
import duijie.pages.Words;
import duijie.projects.Announcing;
import duijie.projects.Change;
import duijie.projects.Column;
import duijie.projects.Notice;
import duijie.projects.Notices;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Writes notices as everybody reads them: without the ways to reach a person. */
@Singleton
final class NoticeViews {

  /** Whom to call is for those who have signed in. */
  /** What no notice shows. */
  static final Set<Column> HIDDEN = EnumSet.of(Column.ID, Column.CONTACT, Column.PHONE);

  private final Notices notices;

  NoticeViews(Notices notices) {
    this.notices = notices;
  }

  NoticePage page(Notice notice) {
    var all = notices.of(notice.project());
    var before = Announcing.latest(all.subList(0, notice.number() - 1));
    var content = notice.kind() == Notice.Kind.TERMINATION ? before.orElse(notice) : notice;
    var last = all.getLast();
    return new NoticePage(
        notice.project().value(),
        content.typed().getOrDefault(Column.NAME, ""),
        notice.kind().label(),
        content.typed().getOrDefault(Column.BUYER, ""),
        "/projects/" + Addresses.encode(notice.project().value()),
        NoticesController.path(notice.id()),
        minute(notice.publishedAt()),
        notice.reason().isEmpty() ? null : shown(notice.reason()),
        last.number() == notice.number() ? null : NoticesController.path(last.id()),
        before.map(old -> changes(old, content)).orElse(List.of()),
        items(content));
  }

  private static List<Change> changes(Notice before, Notice after) {
    return Change.between(before.typed(), before.clauses(), after.typed(), after.clauses()).stream()
        .filter(change -> change.column() == null || !HIDDEN.contains(change.column()))
        .map(c -> new Change(c.column(), c.label(), shown(c.before()), shown(c.after())))
        .toList();
  }

  private static List<NoticePage.Item> items(Notice notice) {
    var items = new ArrayList<NoticePage.Item>();
    notice
        .typed()
        .forEach(
            (column, text) -> {
              if (!HIDDEN.contains(column)) {
                items.add(new NoticePage.Item(column.label(), shown(text)));
              }
            });
    notice.clauses().forEach((head, text) -> items.add(new NoticePage.Item(head, shown(text))));
    return items;
  }

  private static String shown(String text) {
    return Objects.requireNonNull(Words.withoutContacts(text));
  }

  private static String minute(Instant at) {
    return Words.minute(LocalDateTime.ofInstant(at, WorkingCalendar.ZONE));
  }
}
