package duijie.messages.web;

import duijie.accounts.MailedTokens;
import duijie.accounts.SecretToken;
import duijie.accounts.SigningIn;
import duijie.accounts.Throttle;
import duijie.messages.Correspondence;
import duijie.messages.MailAddress;
import duijie.messages.Mailbox;
import duijie.pages.ErrorPage;
import duijie.pages.ForAnybody;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.NoticePage;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one gets mail. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailboxController {

  static final String PATH = "/account/mail";

  private static final String TITLE = "邮箱";

  private final Correspondence correspondence;
  private final SigningIn signingIn;
  private final Shells shells;
  private final Html html;

  MailboxController(Correspondence correspondence, SigningIn signingIn, Shells shells, Html html) {
    this.correspondence = correspondence;
    this.signingIn = signingIn;
    this.shells = shells;
    this.html = html;
  }

  @ForMembers
  @Get(uri = PATH, produces = MediaType.TEXT_HTML)
  HttpResponse<String> show(HttpRequest<?> request) {
    var box = correspondence.of(Visitor.of(request).member().id());
    return page(
        HttpStatus.OK,
        request,
        box.map(b -> b.address().value()).orElse(""),
        box.map(Mailbox::wanted).orElse(true),
        null,
        null);
  }

  private Said said(@Nullable Mailbox box) {
    if (box == null) {
      return Said.NO_MAILBOX;
    }
    return box.confirmed() || !correspondence.possible() ? Said.SAVED : Said.SAVED_MAILED;
  }

  @ForMembers
  @Post(
      uri = PATH,
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> change(HttpRequest<?> request) {
    var form = Form.of(request);
    var typed = form.text("address");
    boolean wanted = form.has("wanted");
    var address = MailAddress.of(typed);
    if (address.isEmpty() && !typed.isEmpty()) {
      return faulty(request, typed, wanted, "这不像一个邮箱地址，应像 name@example.com 这样。", null);
    }
    var account = Visitor.of(request).member();
    var proof = signingIn.prove(account, form.typed("password"));
    if (proof != SigningIn.Proof.RIGHT) {
      var problem =
          proof == SigningIn.Proof.LATER
              ? "这段时间里尝试的次数太多。请过 " + Throttle.WINDOW.toMinutes() + " 分钟再试。"
              : "密码不对。";
      return faulty(request, typed, wanted, null, problem);
    }
    correspondence.choose(account, address.orElse(null), wanted, Visitor.caller(request));
    return said(correspondence.of(account.id()).orElse(null)).at(PATH);
  }

  @ForAnybody
  @Get(uri = "/mail/confirm", produces = MediaType.TEXT_HTML)
  HttpResponse<String> ask(HttpRequest<?> request) {
    var typed = request.getParameters().get("token", String.class).orElse("");
    return SecretToken.of(typed)
        .flatMap(correspondence::holder)
        .<HttpResponse<String>>map(holder -> confirmPage(request, typed, holder))
        .orElseGet(() -> gone(request));
  }

  private HttpResponse<String> confirmPage(
      HttpRequest<?> request, String token, MailedTokens.Holder holder) {
    var page = new ConfirmPage(token, holder.address());
    return html.page("confirm-mail", shell(request, "确认邮箱"), page);
  }

  @ForAnybody
  @Post(
      uri = "/mail/confirm",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> confirm(HttpRequest<?> request) {
    boolean confirmed =
        SecretToken.of(Form.of(request).text("token"))
            .filter(token -> correspondence.confirm(token, Visitor.caller(request)))
            .isPresent();
    if (!confirmed) {
      return gone(request);
    }
    var page = new NoticePage("邮箱已确认", "以后忘记密码，可以用这个邮箱换新密码。", "/", "回到首页");
    return html.page("notice", shell(request, page.heading()), page);
  }

  private HttpResponse<String> gone(HttpRequest<?> request) {
    return html.error(
        Visitor.of(request),
        new ErrorPage(
            HttpStatus.GONE.getCode(),
            "链接不能用了",
            "确认邮箱的链接只能用一次，三天以内有效，邮箱改过以后也不能再用。请登录后在“我的账号”的“邮箱”里再保存一次，就会重新发信。",
            List.of(),
            null));
  }

  private HttpResponse<String> faulty(
      HttpRequest<?> request,
      String typed,
      boolean wanted,
      @Nullable String address,
      @Nullable String password) {
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, typed, wanted, address, password);
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      String typed,
      boolean wanted,
      @Nullable String address,
      @Nullable String password) {
    Optional<Mailbox> box = correspondence.of(Visitor.of(request).member().id());
    var page =
        new MailboxPage(
            correspondence.possible(),
            typed,
            wanted,
            box.map(Mailbox::confirmed).orElse(false),
            box.isPresent(),
            address,
            password);
    return html.page(status, "mailbox", shell(request, TITLE), page);
  }

  private Shell shell(HttpRequest<?> request, String title) {
    var visitor = Visitor.of(request);
    return visitor.signedIn()
        ? shells.shell(
            visitor,
            title,
            "",
            new Shell.Crumb("我的账号", "/account/password"),
            new Shell.Crumb(title, null))
        : shells.shell(visitor, title, "", new Shell.Crumb(title, null));
  }
}
