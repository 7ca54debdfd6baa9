package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.accounts.AccountAdministration.Outcome;
import duijie.accounts.Colleagues;
import duijie.accounts.Deed;
import duijie.accounts.SecondFactorKeeping;
import duijie.pages.Addresses;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An agency's administrator minds the accounts of their colleagues. */
@Controller(ColleaguesController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ColleaguesController {

  static final String PATH = "/colleagues";
  static final String TITLE = "本机构账号";

  private final Colleagues colleagues;
  private final SecondFactorKeeping secondFactors;
  private final Shells shells;
  private final Html html;

  ColleaguesController(
      Colleagues colleagues, SecondFactorKeeping secondFactors, Shells shells, Html html) {
    this.colleagues = colleagues;
    this.secondFactors = secondFactors;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.MANAGE_COLLEAGUES, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    return list(HttpStatus.OK, request, Form.of(request), List.of());
  }

  @May(value = Deed.MANAGE_COLLEAGUES, of = OwnOrganisation.class)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<String> add(HttpRequest<?> request) {
    var form = Form.of(request);
    var by = Visitor.caller(request);
    var self = Visitor.of(request).member();
    return switch (colleagues.add(self, form.text("name"), form.text("display"), by)) {
      case Outcome.Refused(var faults) ->
          list(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              form,
              faults.stream().map(f -> new Problem(f.field(), f.sentence())).toList());
      case Outcome.Added added -> given(request, added, true);
    };
  }

  @May(value = Deed.MANAGE_COLLEAGUES, of = ColleagueOwner.class)
  @Post(
      uri = "/{id}/password",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> givePassword(HttpRequest<?> request, String id) {
    var self = Visitor.of(request).member();
    return id(id)
        .flatMap(account -> colleagues.givePassword(self, account, Visitor.caller(request)))
        .map(added -> given(request, added, false))
        .orElseGet(() -> missing(request));
  }

  @May(value = Deed.MANAGE_COLLEAGUES, of = ColleagueOwner.class)
  @Post(
      uri = "/{id}/state",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> set(HttpRequest<?> request, String id) {
    var self = Visitor.of(request).member();
    var wanted = Form.of(request).text("state");
    return id(id)
        .flatMap(
            account ->
                Arrays.stream(Account.State.values())
                    .filter(state -> state.name().equals(wanted))
                    .findFirst()
                    .flatMap(s -> colleagues.set(self, account, s, Visitor.caller(request))))
        .<HttpResponse<?>>map(account -> AccountsController.told(account).at(PATH))
        .orElseGet(() -> missing(request));
  }

  /** For a colleague who lost their telephone. */
  @May(value = Deed.MANAGE_COLLEAGUES, of = ColleagueOwner.class)
  @Post(
      uri = "/{id}/second-factor",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> takeOffSecondFactor(HttpRequest<?> request, String id) {
    var self = Visitor.of(request).member();
    var found = id(id).flatMap(account -> colleagues.find(self, account));
    found.ifPresent(account -> secondFactors.takeOff(account, Visitor.caller(request)));
    return found
        .<HttpResponse<?>>map(account -> Said.ACCOUNT_SECOND_FACTOR_OFF.at(PATH))
        .orElseGet(() -> missing(request));
  }

  private HttpResponse<String> missing(HttpRequest<?> request) {
    return html.notFound(Visitor.of(request), "本机构没有这个账号，或者这是您自己的账号。");
  }

  private HttpResponse<String> given(HttpRequest<?> request, Outcome.Added added, boolean isNew) {
    var account = added.account();
    var title = isNew ? "账号已开通" : "一次性密码";
    var page =
        new GivenPasswordPage(
            isNew,
            account.signInName(),
            account.displayName(),
            account.organisation().name(),
            added.password(),
            PATH,
            TITLE);
    return html.page("given-password", shell(request, title), page)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private HttpResponse<String> list(
      HttpStatus status, HttpRequest<?> request, Form form, List<Problem> problems) {
    var visitor = Visitor.of(request);
    var all = colleagues.of(visitor.member().organisation().id());
    var withCode = secondFactors.among(all);
    var rows = all.stream().map(a -> AccountsController.row(a, visitor, withCode)).toList();
    var page = new ColleaguesPage(rows, form.text("name"), form.text("display"), problems);
    return html.page(status, "colleagues", shell(request, TITLE), page);
  }

  private Shell shell(HttpRequest<?> request, String title) {
    var visitor = Visitor.of(request);
    return title.equals(TITLE)
        ? shells.shell(visitor, title, PATH, new Shell.Crumb(TITLE, null))
        : shells.shell(
            visitor, title, PATH, new Shell.Crumb(TITLE, PATH), new Shell.Crumb(title, null));
  }

  private static Optional<Account.Id> id(String text) {
    return Addresses.uuid(text).map(Account.Id::new);
  }
}
