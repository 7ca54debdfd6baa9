package duijie.accounts.web;

import duijie.accounts.Account;
import duijie.accounts.SecondFactorKeeping;
import duijie.accounts.SecondFactorKeeping.Offer;
import duijie.accounts.SigningIn;
import duijie.accounts.SigningIn.Proof;
import duijie.pages.Addresses;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Problem;
import duijie.pages.QrCode;
import duijie.pages.Said;
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
import org.jspecify.annotations.Nullable;

/** The code beside the password, of the own account. */
@Controller(SecondFactorController.PATH)
@ForMembers
@ExecuteOn(TaskExecutors.BLOCKING)
final class SecondFactorController {

  static final String PATH = "/account/second-factor";

  private static final String TITLE = "两步登录";
  private static final String LATER = SignInController.LATER;
  private static final String ISSUER = "Duijie";

  private final SecondFactorKeeping keeping;
  private final SigningIn signingIn;
  private final Shells shells;
  private final Html html;

  SecondFactorController(
      SecondFactorKeeping keeping, SigningIn signingIn, Shells shells, Html html) {
    this.keeping = keeping;
    this.signingIn = signingIn;
    this.shells = shells;
    this.html = html;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> show(HttpRequest<?> request) {
    return page(HttpStatus.OK, Visitor.of(request), null, List.of());
  }

  /** The password was given: the telephone may learn the secret. */
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<String> begin(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var account = visitor.member();
    var proof = signingIn.prove(account, Form.of(request).typed("password"));
    if (proof != Proof.RIGHT) {
      var problem = new Problem("password", proof == Proof.LATER ? LATER : "现在的密码不对。");
      return page(HttpStatus.UNPROCESSABLE_ENTITY, visitor, null, List.of(problem));
    }
    return page(HttpStatus.OK, visitor, keeping.offer(account), List.of());
  }

  @Post(
      uri = "/confirm",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> confirm(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var account = visitor.member();
    var form = Form.of(request);
    var offer = keeping.offered(account, form.text("sealed"));
    if (offer.isEmpty()) {
      var problem = new Problem("password", "请先输入密码，再开启两步登录。");
      return page(HttpStatus.UNPROCESSABLE_ENTITY, visitor, null, List.of(problem));
    }
    var code = form.text("code");
    return keeping
        .switchOn(account, offer.get(), code, Visitor.caller(request))
        .<HttpResponse<String>>map(fresh -> switchedOn(request, account, fresh))
        .orElseGet(
            () ->
                page(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    visitor,
                    keeping.on(account) ? null : offer.get(),
                    List.of(new Problem("code", SignInController.WRONG_CODE))));
  }

  /** All sign-ins have ended; this browser begins a new one. */
  private HttpResponse<String> switchedOn(
      HttpRequest<?> request, Account account, List<String> fresh) {
    var token = signingIn.anew(account.id(), Visitor.address(request));
    var visitor = new Visitor(account, token, Visitor.of(request).device());
    var response = fresh(visitor, false, fresh);
    Cookies.signIn(response, token);
    return response;
  }

  @Post(
      uri = "/change",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> change(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var account = visitor.member();
    var form = Form.of(request);
    if (!keeping.on(account)) {
      return page(HttpStatus.OK, visitor, null, List.of());
    }
    var proof = signingIn.prove(account, form.typed("password"), form.text("code"));
    if (proof != Proof.RIGHT) {
      var problem = proof == Proof.LATER ? LATER : "密码或者验证码不对。验证码用过一次就不能再用，请等下一个。";
      return page(
          HttpStatus.UNPROCESSABLE_ENTITY,
          visitor,
          null,
          List.of(new Problem(proof == Proof.LATER ? "password" : "code", problem)));
    }
    if (form.text("deed").equals("off")) {
      keeping.switchOff(account, Visitor.caller(request));
      return Said.SECOND_FACTOR_OFF.at(PATH);
    }
    return form.text("deed").equals("codes")
        ? fresh(visitor, true, keeping.renewCodes(account, Visitor.caller(request)))
        : page(
            HttpStatus.UNPROCESSABLE_ENTITY,
            visitor,
            null,
            List.of(new Problem("deed", "请按“换一组恢复码”或者“关闭两步登录”。")));
  }

  private MutableHttpResponse<String> fresh(Visitor visitor, boolean renewed, List<String> codes) {
    var page = new SecondFactorPage(true, codes.size(), null, codes, renewed, List.of());
    return html.page(HttpStatus.OK, "second-factor", shell(visitor), page)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private HttpResponse<String> page(
      HttpStatus status, Visitor visitor, @Nullable Offer offer, List<Problem> problems) {
    var account = visitor.member();
    var page =
        new SecondFactorPage(
            keeping.on(account),
            keeping.recoveryCodesLeft(account),
            offer == null ? null : shown(account, offer),
            List.of(),
            false,
            problems);
    return html.page(status, "second-factor", shell(visitor), page)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static SecondFactorPage.Offer shown(Account account, Offer offer) {
    var secret = offer.secret().value();
    var uri =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(ISSUER, Addresses.encode(account.signInName()), secret, ISSUER);
    return new SecondFactorPage.Offer(
        QrCode.image(uri), secret.replaceAll("(.{4})(?!$)", "$1 "), offer.sealed());
  }

  private Shell shell(Visitor visitor) {
    return shells.shell(
        visitor,
        TITLE,
        "",
        new Shell.Crumb("我的账号", "/account/password"),
        new Shell.Crumb(TITLE, null));
  }
}
