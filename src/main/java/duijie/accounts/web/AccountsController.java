package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.accounts.AccountAdministration;
import duijie.accounts.AccountAdministration.Outcome;
import duijie.accounts.Accounts;
import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import duijie.accounts.SecondFactorKeeping;
import duijie.pages.Addresses;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Paging;
import duijie.pages.Parameters;
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
import java.util.Set;
import java.util.stream.Collectors;

/** Minding everybody's accounts. */
@Controller(AccountsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountsController {

  static final String PATH = "/accounts";

  private static final int PAGE_SIZE = 20;
  private static final int LAST_PAGE = 100_000;

  private final Accounts accounts;
  private final AccountAdministration administration;
  private final SecondFactorKeeping secondFactors;
  private final Shells shells;
  private final Html html;

  AccountsController(
      Accounts accounts,
      AccountAdministration administration,
      SecondFactorKeeping secondFactors,
      Shells shells,
      Html html) {
    this.accounts = accounts;
    this.administration = administration;
    this.secondFactors = secondFactors;
    this.shells = shells;
    this.html = html;
  }

  @May(Deed.MANAGE_ACCOUNTS)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var text = parameters.text("q");
    int number = parameters.number("page", 1, 1, LAST_PAGE);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var paging =
        Paging.of(
            accounts.count(text),
            number,
            PAGE_SIZE,
            n -> PATH + "?page=" + n + (text.isEmpty() ? "" : "&q=" + Addresses.encode(text)));
    var found = accounts.search(text, (number - 1) * PAGE_SIZE, PAGE_SIZE);
    var withCode = secondFactors.among(found);
    var rows = found.stream().map(account -> row(account, visitor, withCode)).toList();
    var shell = shells.shell(visitor, "账号管理", PATH, new Shell.Crumb("账号管理", null));
    return html.page(
        paging.beyond() ? HttpStatus.NOT_FOUND : HttpStatus.OK,
        "accounts",
        shell,
        new AccountsPage(text, rows, paging));
  }

  @May(Deed.MANAGE_ACCOUNTS)
  @Get(uri = "/new", produces = MediaType.TEXT_HTML)
  HttpResponse<String> ask(HttpRequest<?> request) {
    return form(HttpStatus.OK, Visitor.of(request), Form.of(request), List.of());
  }

  @May(Deed.MANAGE_ACCOUNTS)
  @Post(
      uri = "/new",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> add(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var form = Form.of(request);
    return switch (administration.add(wanted(form), Visitor.caller(request))) {
      case Outcome.Refused(var faults) ->
          form(
              HttpStatus.UNPROCESSABLE_ENTITY,
              visitor,
              form,
              faults.stream().map(f -> new Problem(f.field(), f.sentence())).toList());
      case Outcome.Added added -> given(visitor, added, true);
    };
  }

  @May(Deed.MANAGE_ACCOUNTS)
  @Post(
      uri = "/{id}/password",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> givePassword(HttpRequest<?> request, String id) {
    var visitor = Visitor.of(request);
    return id(id)
        .flatMap(account -> administration.givePassword(account, Visitor.caller(request)))
        .<HttpResponse<String>>map(added -> given(visitor, added, false))
        .orElseGet(() -> missing(visitor));
  }

  @May(Deed.MANAGE_ACCOUNTS)
  @Post(
      uri = "/{id}/state",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> set(HttpRequest<?> request, String id) {
    var wanted = Form.of(request).text("state");
    return id(id)
        .flatMap(
            account ->
                Arrays.stream(Account.State.values())
                    .filter(state -> state.name().equals(wanted))
                    .findFirst()
                    .flatMap(s -> administration.set(account, s, Visitor.caller(request))))
        .<HttpResponse<?>>map(account -> told(account).at(address(account)))
        .orElseGet(() -> missing(Visitor.of(request)));
  }

  /** For whoever lost their telephone; not for oneself, who has to show a code. */
  @May(Deed.MANAGE_ACCOUNTS)
  @Post(
      uri = "/{id}/second-factor",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> takeOffSecondFactor(HttpRequest<?> request, String id) {
    var visitor = Visitor.of(request);
    var self = visitor.member().id();
    var found = id(id).filter(account -> !account.equals(self)).flatMap(accounts::find);
    found.ifPresent(account -> secondFactors.takeOff(account, Visitor.caller(request)));
    return found
        .<HttpResponse<?>>map(account -> Said.ACCOUNT_SECOND_FACTOR_OFF.at(address(account)))
        .orElseGet(() -> missing(visitor));
  }

  private static String address(Account account) {
    return PATH + "?q=" + Addresses.encode(account.signInName());
  }

  /** What is said of the state that an account has been given. */
  static Said told(Account account) {
    return account.state() == Account.State.ACTIVE ? Said.ACCOUNT_RESTORED : Said.ACCOUNT_DISABLED;
  }

  private HttpResponse<String> missing(Visitor visitor) {
    return html.notFound(visitor, "没有这个账号，或者这是您自己的账号，不能停用。");
  }

  private HttpResponse<String> given(Visitor visitor, Outcome.Added added, boolean isNew) {
    var account = added.account();
    var title = isNew ? "账号已开通" : "一次性密码";
    var shell =
        shells.shell(
            visitor, title, PATH, new Shell.Crumb("账号管理", PATH), new Shell.Crumb(title, null));
    var page =
        new GivenPasswordPage(
            isNew,
            account.signInName(),
            account.displayName(),
            account.organisation().name(),
            added.password(),
            PATH,
            "账号管理");
    return html.page("given-password", shell, page).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private HttpResponse<String> form(
      HttpStatus status, Visitor visitor, Form form, List<Problem> problems) {
    var shell =
        shells.shell(
            visitor, "开通账号", PATH, new Shell.Crumb("账号管理", PATH), new Shell.Crumb("开通账号", null));
    var page =
        new NewAccountPage(
            form.text("name"),
            form.text("display"),
            form.text("organisation"),
            form.text("new-organisation"),
            form.text("new-kind"),
            form.text("new-region"),
            Set.copyOf(form.all("roles")),
            accounts.organisations().stream()
                .map(o -> new NewAccountPage.Choice(o.id().value(), o.name()))
                .toList(),
            List.of(choice(Organisation.Kind.BUREAU), choice(Organisation.Kind.OPERATOR)),
            Arrays.stream(Role.values())
                .map(role -> new NewAccountPage.Choice(role.name(), role.label()))
                .toList(),
            problems);
    return html.page(status, "new-account", shell, page);
  }

  private static NewAccountPage.Choice choice(Organisation.Kind kind) {
    return new NewAccountPage.Choice(kind.name(), kind.label());
  }

  private static AccountAdministration.Wanted wanted(Form form) {
    var organisation = form.text("organisation");
    var roles = Set.copyOf(form.all("roles"));
    return new AccountAdministration.Wanted(
        form.text("name"),
        form.text("display"),
        organisation.isEmpty() ? null : new Organisation.Id(organisation),
        form.text("new-organisation"),
        form.text("new-kind").equals(Organisation.Kind.OPERATOR.name())
            ? Organisation.Kind.OPERATOR
            : Organisation.Kind.BUREAU,
        form.text("new-region"),
        Arrays.stream(Role.values())
            .filter(role -> roles.contains(role.name()))
            .collect(Collectors.toSet()));
  }

  static AccountsPage.Row row(Account account, Visitor visitor, Set<Account.Id> withCode) {
    var self = visitor.account();
    return new AccountsPage.Row(
        account.id().toString(),
        account.signInName(),
        account.displayName(),
        account.organisation().name(),
        account.rolesInWords(),
        account.state().label(),
        account.state() == Account.State.ACTIVE,
        self != null && self.id().equals(account.id()),
        withCode.contains(account.id()));
  }

  private static Optional<Account.Id> id(String text) {
    return Addresses.uuid(text).map(Account.Id::new);
  }
}
