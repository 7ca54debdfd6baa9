package duijie.accounts.web;

import duijie.accounts.PasswordRules;
import duijie.accounts.Passwords;
import duijie.accounts.SigningIn;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
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

/** The own account: who one is here, and a new password. */
@Controller("/account")
@ForMembers
@ExecuteOn(TaskExecutors.BLOCKING)
final class PasswordController {

  private final Passwords passwords;
  private final SigningIn signingIn;
  private final Shells shells;
  private final Html html;

  PasswordController(Passwords passwords, SigningIn signingIn, Shells shells, Html html) {
    this.passwords = passwords;
    this.signingIn = signingIn;
    this.shells = shells;
    this.html = html;
  }

  @Get(uri = "/password", produces = MediaType.TEXT_HTML)
  HttpResponse<String> ask(HttpRequest<?> request) {
    return page(HttpStatus.OK, Visitor.of(request), List.of(), List.of());
  }

  @Post(
      uri = "/password",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> change(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var account = visitor.member();
    var form = Form.of(request);
    var chosen = form.typed("chosen");
    var proof = signingIn.prove(account, form.typed("password"));
    if (proof != SigningIn.Proof.RIGHT) {
      var problem = proof == SigningIn.Proof.LATER ? SignInController.LATER : "现在的密码不对。";
      return page(HttpStatus.UNPROCESSABLE_ENTITY, visitor, List.of(problem), List.of());
    }
    if (!chosen.equals(form.typed("repeated"))) {
      return page(HttpStatus.UNPROCESSABLE_ENTITY, visitor, List.of(), List.of("两次输入的新密码不一样。"));
    }
    if (chosen.equals(form.typed("password"))) {
      return page(HttpStatus.UNPROCESSABLE_ENTITY, visitor, List.of(), List.of("新密码不能和现在的一样。"));
    }
    var faults = passwords.choose(account, chosen, Visitor.caller(request));
    if (!faults.isEmpty()) {
      return page(
          HttpStatus.UNPROCESSABLE_ENTITY,
          visitor,
          List.of(),
          faults.stream().map(PasswordRules.Fault::sentence).toList());
    }
    var response = Said.PASSWORD_CHANGED.<String>at("/");
    var address = Visitor.address(request);
    Cookies.signIn(response, signingIn.anew(account.id(), address));
    return response;
  }

  private HttpResponse<String> page(
      HttpStatus status, Visitor visitor, List<String> current, List<String> chosen) {
    var account = visitor.member();
    var page =
        new PasswordPage(
            account.signInName(),
            account.organisation().name(),
            account.rolesInWords(),
            account.passwordToChange(),
            current,
            chosen);
    var shell = shells.shell(visitor, "我的账号", "", new Shell.Crumb("我的账号", null));
    return html.page(status, "password", shell, page);
  }
}
