package duijie.projects.web;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Deed;
import duijie.audit.Actor;
import duijie.audit.AuditEntries;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Html;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.pages.Words;
import duijie.projects.Column;
import duijie.projects.PackageNumber;
import duijie.projects.Publication;
import duijie.projects.Publication.Stage;
import duijie.projects.Publications;
import duijie.projects.Publishing;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of what an organisation is writing. */
@Singleton
final class PublicationLists {

  private final Publications publications;
  private final AuditEntries trail;
  private final Accounts accounts;
  private final Shells shells;
  private final Html html;

  PublicationLists(
      Publications publications, AuditEntries trail, Accounts accounts, Shells shells, Html html) {
    this.publications = publications;
    this.trail = trail;
    this.accounts = accounts;
    this.shells = shells;
    this.html = html;
  }

  /**
   * The page of the visitor's organisation.
   *
   * @param missing the number of which no project was found to be copied, or null
   */
  HttpResponse<String> page(HttpStatus status, Visitor visitor, @Nullable String missing) {
    var owner = visitor.member().organisation().id();
    boolean deciding = visitor.may(Deed.APPROVE_PROJECT, owner);
    var all = PackageNumber.together(publications.of(owner));
    var last = trail.last(Publishing.KIND, all.stream().map(p -> p.id().toString()).toList());
    var names = new HashMap<UUID, String>();
    var rows = all.stream().map(p -> row(p, deciding, last, names)).toList();
    var path = PublicationsController.PATH;
    var shell = shells.shell(visitor, "项目发布", path, new Shell.Crumb("项目发布", null));
    var page = new PublicationsPage(UUID.randomUUID().toString(), deciding, missing, rows);
    return html.page(status, "publications", shell, page);
  }

  private PublicationsPage.Row row(
      Publication p,
      boolean deciding,
      Map<String, AuditEntries.Written> last,
      Map<UUID, String> names) {
    return new PublicationsPage.Row(
        PublicationsController.PATH + "/" + p.id(),
        p.title(),
        p.purpose().kind().label(),
        number(p),
        PackageNumber.of(p).map(PackageNumber::toString).orElse(null),
        p.stage().label(),
        changed(last.get(p.id().toString()), names),
        deciding ? p.stage() == Stage.SUBMITTED : p.stage() == Stage.RETURNED);
  }

  private static @Nullable String number(Publication p) {
    var project = p.purpose().project();
    return project == null ? p.typed().get(Column.ID) : project.value();
  }

  /** Who last did something to it, and when. */
  private @Nullable String changed(AuditEntries.@Nullable Written last, Map<UUID, String> names) {
    if (last == null) {
      return null;
    }
    var at = Words.minute(LocalDateTime.ofInstant(last.at(), WorkingCalendar.ZONE));
    var who = last.entry().by().who();
    return who == null ? at : names.computeIfAbsent(who.account(), any -> name(who)) + " " + at;
  }

  private String name(Actor who) {
    return accounts
        .find(new Account.Id(who.account()))
        .map(Account::displayName)
        .orElse(who.signInName());
  }
}
