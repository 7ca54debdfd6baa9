package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.audit.AuditEntries;
import duijie.pages.Duties;
import duijie.pages.ForMembers;
import duijie.pages.Html;
import duijie.pages.Parameters;
import duijie.pages.RecordNames;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits for whoever asks 待办, and what they did 已办. */
@Controller(TodoController.PATH)
@ForMembers
@ExecuteOn(TaskExecutors.BLOCKING)
final class TodoController {

  static final String PATH = "/todo";

  private static final String DONE = "/done";
  private static final int MOST_OF_A_KIND = 20;
  private static final int PAGE_SIZE = 30;

  /** Nobody's work. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "SIGN_IN",
          "SIGN_IN_BY_RECOVERY_CODE",
          "SIGN_OUT",
          "SIGN_OUT_EVERYWHERE",
          "CHANGE_PASSWORD",
          "RESET_PASSWORD");

  private final List<Duties> features;
  private final List<RecordNames> names;
  private final AuditEntries entries;
  private final Shells shells;
  private final Html html;

  TodoController(
      List<Duties> features,
      List<RecordNames> names,
      AuditEntries entries,
      Shells shells,
      Html html) {
    this.features = features;
    this.names = names;
    this.entries = entries;
    this.shells = shells;
    this.html = html;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> waiting(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var groups =
        features.stream()
            .flatMap(feature -> feature.of(visitor.member()).stream())
            .map(TodoController::group)
            .filter(group -> group.count() > 0)
            .toList();
    int total = groups.stream().mapToInt(TodoPage.Group::count).sum();
    var shell = shells.shell(visitor, "待办", PATH, new Shell.Crumb("待办", null));
    return html.page("todo", shell, new TodoPage(total, groups));
  }

  private static TodoPage.Group group(Duties.Duty duty) {
    var items = duty.items().apply(MOST_OF_A_KIND);
    // What came or went between the two questions: the page agrees with itself.
    int count =
        items.size() < MOST_OF_A_KIND
            ? items.size()
            : Math.max(duty.count().getAsInt(), items.size());
    return new TodoPage.Group(duty.title(), duty.href(), count, count - items.size(), items);
  }

  @Get(uri = DONE, produces = MediaType.TEXT_HTML)
  HttpResponse<String> done(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var before = AuditQuery.before(parameters);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var who = visitor.member();
    var steps = entries.steps(who.signInName(), LEFT_OUT, before, PAGE_SIZE);
    var page =
        new DonePage(
            steps.stream().map(step -> row(step, who)).toList(),
            steps.size() < PAGE_SIZE ? null : PATH + DONE + "?before=" + steps.getLast().number(),
            before == null ? null : PATH + DONE);
    var shell =
        shells.shell(visitor, "已办", PATH, new Shell.Crumb("待办", PATH), new Shell.Crumb("已办", null));
    return html.page("done", shell, page);
  }

  private DonePage.Row row(AuditEntries.Written step, Account who) {
    var entry = step.entry();
    var named = named(step, who);
    return new DonePage.Row(
        AuditController.TIME.format(step.at()),
        AuditWords.deed(entry.deed()),
        AuditWords.kind(entry.subject().kind()),
        named == null ? null : named.name(),
        named == null ? null : named.href());
  }

  private RecordNames.@Nullable Named named(AuditEntries.Written step, Account who) {
    return names.stream()
        .flatMap(feature -> feature.name(step.entry().subject(), who).stream())
        .findFirst()
        .orElse(null);
  }
}
