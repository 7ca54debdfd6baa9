package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.accounts.SecretToken;
import duijie.accounts.SigningIn;
import duijie.accounts.Throttle;
import duijie.pages.Addresses;
import duijie.pages.ForAnybody;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Param;
import duijie.pages.ResumePage;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.SignInPage;
import duijie.pages.Trials;
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
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {

  static final String WRONG = "登录名和密码不相符。请检查大小写和输入法；忘了就点下面的“忘记密码”。";
  static final String LATER =
      "这段时间里尝试的次数太多。请过 " + Throttle.WINDOW.toMinutes() + " 分钟再试，或者用您以前登录过的电脑。";

  static final String WRONG_CODE = "验证码不对，或者刚刚用过。请看手机的时间是否准确，等下一个再试。";

  private static final String EXPIRED = "这一步已经做过，或者过了太久。如果还没有登录上，请重新登录。";

  private final SigningIn signingIn;
  private final SignInLog log;
  private final Trials trials;
  private final Shells shells;
  private final Html html;

  SignInController(SigningIn signingIn, SignInLog log, Trials trials, Shells shells, Html html) {
    this.signingIn = signingIn;
    this.log = log;
    this.trials = trials;
    this.shells = shells;
    this.html = html;
  }

  @ForAnybody
  @Get(uri = "/sign-in", produces = MediaType.TEXT_HTML)
  HttpResponse<String> ask(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var back = Addresses.within(request.getParameters().get("back", String.class).orElse("/"));
    if (visitor.signedIn()) {
      return HttpResponse.seeOther(URI.create(back));
    }
    var page = new SignInPage("", null, back, null, List.of(), trials.all());
    return page(HttpStatus.OK, visitor, page);
  }

  @ForAnybody
  @Post(
      uri = "/sign-in",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> signIn(HttpRequest<?> request) {
    var form = Form.of(request);
    var visitor = Visitor.of(request);
    var name = form.text("name");
    var password = form.typed("password");
    if (name.isEmpty() || password.isEmpty()) {
      return again(HttpStatus.UNPROCESSABLE_ENTITY, visitor, form, "请填写登录名和密码。");
    }
    var address = Visitor.address(request);
    return switch (signingIn.signIn(name, password, visitor.device(), address)) {
      case SigningIn.Outcome.Wrong() -> {
        log.wrong(name, Visitor.caller(request));
        yield again(HttpStatus.UNPROCESSABLE_ENTITY, visitor, form, WRONG);
      }
      case SigningIn.Outcome.Later() ->
          later(again(HttpStatus.TOO_MANY_REQUESTS, visitor, form, LATER));
      case SigningIn.Outcome.CodeWanted(var halfway) ->
          code(HttpStatus.OK, visitor, form, halfway, null);
      case SigningIn.Outcome.Expired() ->
          again(HttpStatus.UNPROCESSABLE_ENTITY, visitor, form, EXPIRED);
      case SigningIn.Outcome.Welcome welcome -> {
        log.welcome(welcome, Visitor.caller(request));
        yield welcome(welcome, visitor, form);
      }
    };
  }

  /** The second step of somebody whose password was right. */
  @ForAnybody
  @Post(
      uri = "/sign-in/code",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> code(HttpRequest<?> request) {
    var form = Form.of(request);
    var visitor = Visitor.of(request);
    var caller = Visitor.caller(request);
    var halfway = SecretToken.of(form.text("halfway"));
    var account = halfway.flatMap(token -> signingIn.halfway(token, visitor.device()));
    if (halfway.isEmpty() || account.isEmpty()) {
      return again(HttpStatus.UNPROCESSABLE_ENTITY, visitor, form, EXPIRED);
    }
    var token = halfway.get();
    var address = Visitor.address(request);
    return switch (signingIn.signIn(token, form.text("code"), visitor.device(), address)) {
      case SigningIn.Outcome.Welcome welcome -> {
        log.welcome(welcome, caller);
        yield welcome(welcome, visitor, form);
      }
      case SigningIn.Outcome.Later() ->
          later(code(HttpStatus.TOO_MANY_REQUESTS, visitor, form, token, LATER));
      case SigningIn.Outcome.Expired() ->
          again(HttpStatus.UNPROCESSABLE_ENTITY, visitor, form, EXPIRED);
      case SigningIn.Outcome.Wrong() -> {
        log.wrongCode(account.get(), caller);
        yield code(HttpStatus.UNPROCESSABLE_ENTITY, visitor, form, token, WRONG_CODE);
      }
      case SigningIn.Outcome.CodeWanted(var next) -> code(HttpStatus.OK, visitor, form, next, null);
    };
  }

  private static HttpResponse<String> later(MutableHttpResponse<String> response) {
    return response.header(HttpHeaders.RETRY_AFTER, Long.toString(Throttle.WINDOW.toSeconds()));
  }

  @ForMembers
  @Post(uri = "/sign-out", consumes = MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signOut(HttpRequest<?> request) {
    var token = Visitor.of(request).signIn();
    if (token != null) {
      signingIn.signOut(token);
      log.out("SIGN_OUT", Visitor.caller(request));
    }
    return leave();
  }

  @ForMembers
  @Post(uri = "/sign-out-everywhere", consumes = MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signOutEverywhere(HttpRequest<?> request) {
    var account = Visitor.of(request).account();
    if (account != null) {
      signingIn.signOutEverywhere(account.id());
      log.out("SIGN_OUT_EVERYWHERE", Visitor.caller(request));
    }
    return leave();
  }

  private HttpResponse<String> welcome(
      SigningIn.Outcome.Welcome welcome, Visitor before, Form form) {
    var old = before.signIn();
    if (old != null) {
      signingIn.signOut(old);
    }
    var response = onwards(welcome, form);
    Cookies.signIn(response, welcome.token());
    Cookies.device(response, welcome.device());
    return response;
  }

  /** To where they were going; a form that waited for them is shown for one more press. */
  private MutableHttpResponse<String> onwards(SigningIn.Outcome.Welcome welcome, Form form) {
    var action = kept(form);
    if (action == null) {
      return HttpResponse.seeOther(URI.create(Addresses.within(form.text("back"))));
    }
    var visitor = new Visitor(welcome.account(), welcome.token(), welcome.device());
    var page = new ResumePage("已登录，请继续提交", sentence(welcome.account()), action, fields(form));
    var shell = shells.shell(visitor, page.heading(), "", new Shell.Crumb(page.heading(), null));
    return html.page("resume", shell, page);
  }

  private static String sentence(Account account) {
    return "您现在以“%s”（%s）的身份登录。刚才填写的内容都还在，按下面的按钮提交。"
        .formatted(account.displayName(), account.organisation().name());
  }

  private MutableHttpResponse<String> again(
      HttpStatus status, Visitor visitor, Form form, String problem) {
    var page =
        new SignInPage(
            form.text("name"),
            problem,
            Addresses.within(form.text("back")),
            kept(form),
            fields(form),
            trials.all());
    return page(status, visitor, page);
  }

  private MutableHttpResponse<String> code(
      HttpStatus status,
      Visitor visitor,
      Form form,
      SecretToken halfway,
      @Nullable String problem) {
    var page =
        new CodePage(
            halfway.value(),
            problem,
            Addresses.within(form.text("back")),
            kept(form),
            fields(form));
    var shell = shells.shell(visitor, page.heading(), "/sign-in", new Shell.Crumb("登录", null));
    return html.page(status, "sign-in-code", shell, page)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static @Nullable String kept(Form form) {
    return form.has("action") ? Addresses.within(form.text("action")) : null;
  }

  private static List<Param> fields(Form form) {
    return form.kept().stream()
        .filter(field -> field.name().startsWith(SignInPage.KEPT))
        .map(f -> new Param(f.name().substring(SignInPage.KEPT.length()), f.value()))
        .toList();
  }

  private MutableHttpResponse<String> page(HttpStatus status, Visitor visitor, SignInPage page) {
    var shell = shells.shell(visitor, page.heading(), "/sign-in", new Shell.Crumb("登录", null));
    return html.page(status, "sign-in", shell, page);
  }

  private static HttpResponse<?> leave() {
    var response = HttpResponse.seeOther(URI.create("/"));
    Cookies.noSignIn(response);
    // What the browser still holds of pages that only they may see is not to be had with "back".
    response.header("Clear-Site-Data", "\"cache\"");
    return response;
  }
}
