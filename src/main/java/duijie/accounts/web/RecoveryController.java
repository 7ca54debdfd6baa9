package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.accounts.PasswordRecovery;
import duijie.accounts.PasswordRecovery.Outcome;
import duijie.accounts.PasswordRules;
import duijie.accounts.SecretToken;
import duijie.accounts.Throttle;
import duijie.pages.ErrorPage;
import duijie.pages.ForAnybody;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.NoticePage;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A new password for whoever forgot theirs. */
@Controller("/password")
@ForAnybody
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecoveryController {

  static final String PATH = "/password/forgotten";

  private static final String TITLE = "忘记密码";
  private static final String NEW = "换新密码";

  private final PasswordRecovery recovery;
  private final Shells shells;
  private final Html html;

  RecoveryController(PasswordRecovery recovery, Shells shells, Html html) {
    this.recovery = recovery;
    this.shells = shells;
    this.html = html;
  }

  @Get(uri = "/forgotten", produces = MediaType.TEXT_HTML)
  HttpResponse<String> ask(HttpRequest<?> request) {
    return page(HttpStatus.OK, request, "", null);
  }

  @Post(
      uri = "/forgotten",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> asked(HttpRequest<?> request) {
    var name = Form.of(request).text("name");
    if (!recovery.possible()) {
      return page(HttpStatus.OK, request, "", null);
    }
    if (name.isEmpty()) {
      return page(HttpStatus.UNPROCESSABLE_ENTITY, request, name, "请填写登录名。");
    }
    if (!recovery.ask(name, Visitor.address(request), Visitor.caller(request))) {
      var later = "这段时间里问的次数太多。请过 " + Throttle.WINDOW.toMinutes() + " 分钟再试。";
      return page(HttpStatus.TOO_MANY_REQUESTS, request, name, later)
          .header(HttpHeaders.RETRY_AFTER, Long.toString(Throttle.WINDOW.toSeconds()));
    }
    return notice(
        request,
        TITLE,
        "如果有这个登录名，并且它登记的邮箱确认过，我们已经往那个邮箱发了一封信。请在 "
            + PasswordRecovery.VALID.toMinutes()
            + " 分钟以内打开信里的链接，换一个新密码。几分钟后还没有收到，请看看垃圾邮件，或者联系本单位的账号管理员，请他给您一个一次性密码。");
  }

  @Get(uri = "/new", produces = MediaType.TEXT_HTML)
  HttpResponse<String> choose(HttpRequest<?> request) {
    var token = token(request.getParameters().get("token", String.class).orElse(""));
    return token
        .flatMap(recovery::holder)
        .<HttpResponse<String>>map(
            account -> form(HttpStatus.OK, request, token.get(), account, List.of()))
        .orElseGet(() -> gone(request));
  }

  @Post(
      uri = "/new",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> chosen(HttpRequest<?> request) {
    var form = Form.of(request);
    var token = token(form.text("token"));
    var account = token.flatMap(recovery::holder);
    if (token.isEmpty() || account.isEmpty()) {
      return gone(request);
    }
    var chosen = form.typed("chosen");
    if (!chosen.equals(form.typed("repeated"))) {
      return faulty(request, token.get(), account.get(), List.of("两次输入的新密码不一样。"));
    }
    var device = Visitor.of(request).device();
    return switch (recovery.choose(token.get(), chosen, device, Visitor.caller(request))) {
      case Outcome.Gone() -> gone(request);
      case Outcome.Faulty(var faults) ->
          faulty(
              request,
              token.get(),
              account.get(),
              faults.stream().map(PasswordRules.Fault::sentence).toList());
      case Outcome.Chosen() -> notice(request, "密码已换好", "这个账号在各处的登录都已退出，接口令牌都已作废。请用新密码登录。");
    };
  }

  private HttpResponse<String> faulty(
      HttpRequest<?> request, SecretToken token, Account account, List<String> faults) {
    return form(HttpStatus.UNPROCESSABLE_ENTITY, request, token, account, faults);
  }

  private HttpResponse<String> form(
      HttpStatus status,
      HttpRequest<?> request,
      SecretToken token,
      Account account,
      List<String> faults) {
    var page = new NewPasswordPage(token.value(), account.signInName(), faults);
    return html.page(status, "new-password", shell(request, NEW), page);
  }

  private HttpResponse<String> gone(HttpRequest<?> request) {
    return html.error(
        Visitor.of(request),
        new ErrorPage(
            HttpStatus.GONE.getCode(),
            "链接不能用了",
            "换密码的链接只能用一次，而且只在 30 分钟以内有效。请从“登录”页面点“忘记密码”再要一个。",
            List.of(),
            null));
  }

  private MutableHttpResponse<String> page(
      HttpStatus status, HttpRequest<?> request, String name, @Nullable String problem) {
    var page = new ForgottenPage(recovery.possible(), name, problem);
    return html.page(status, "forgotten", shell(request, TITLE), page);
  }

  private HttpResponse<String> notice(HttpRequest<?> request, String title, String sentence) {
    return html.page(
        "notice", shell(request, title), new NoticePage(title, sentence, "/sign-in", "去登录"));
  }

  private Shell shell(HttpRequest<?> request, String title) {
    return shells.shell(Visitor.of(request), title, "/sign-in", new Shell.Crumb(title, null));
  }

  private static Optional<SecretToken> token(String text) {
    return SecretToken.of(text);
  }
}
