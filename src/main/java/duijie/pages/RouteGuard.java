package duijie.pages;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.audit.AuditTrail;
import duijie.audit.Entry;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody through to a route whom the table of access does not let through. A route that says
 * nothing of who may come is shut to everybody, and a record that is not theirs answers like one
 * that does not exist.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Guarding.ROUTES)
final class RouteGuard {

  /** Where somebody signs in. */
  private static final String SIGN_IN = "/sign-in";

  /** The only routes for somebody who was given a password and has not chosen their own. */
  private static final List<String> BEFORE_OWN_PASSWORD = List.of("/account/password", "/sign-out");

  private final BeanContext beans;
  private final AuditTrail trail;
  private final Shells shells;
  private final Html html;

  RouteGuard(BeanContext beans, AuditTrail trail, Shells shells, Html html) {
    this.beans = beans;
    this.trail = trail;
    this.shells = shells;
    this.html = html;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> guard(HttpRequest<?> request) {
    var route = RouteAttributes.getRouteMatch(request);
    if (route.isEmpty()) {
      return null;
    }
    var says = route.get().getAnnotationMetadata();
    var visitor = Visitor.of(request);
    var account = visitor.account();
    if (account != null
        && account.passwordToChange()
        && !BEFORE_OWN_PASSWORD.contains(request.getPath())) {
      if (Api.asked(request)) {
        return ApiProblem.of(403, "password-to-change", "请先改密码", "这个账号的密码是别人给的。请先登录网页，换成自己的密码。")
            .answer();
      }
      return HttpResponse.seeOther(URI.create("/account/password"));
    }
    if (says.hasAnnotation(ForAnybody.class)) {
      return null;
    }
    if (account == null) {
      return toSignIn(request, visitor);
    }
    if (says.hasAnnotation(ForMembers.class)) {
      return null;
    }
    var deed = says.enumValue(May.class, Deed.class);
    return deed.isEmpty()
        ? refused(request, visitor, "")
        : guard(request, visitor, account, deed.get(), says);
  }

  private @Nullable HttpResponse<?> guard(
      HttpRequest<?> request,
      Visitor visitor,
      Account account,
      Deed deed,
      AnnotationMetadata says) {
    if (!Access.grants(account, deed)) {
      return refused(request, visitor, deed.name());
    }
    var of = says.classValue(May.class, "of").filter(type -> type != OwnerOf.class);
    if (of.isEmpty()) {
      return visitor.may(deed) ? null : refused(request, visitor, deed.name());
    }
    var owner = ((OwnerOf) beans.getBean(of.get())).owner(request);
    if (owner.isPresent() && visitor.may(deed, owner.get())) {
      return null;
    }
    if (owner.isPresent()) {
      writeDown(request, deed.name());
    }
    if (Api.asked(request)) {
      return ApiProblem.notFound().answer();
    }
    return html.notFound(visitor, "您要的记录不存在，可能已经移走，或者地址不完整。请从菜单重新进入。");
  }

  private void writeDown(HttpRequest<?> request, String deed) {
    trail.record(
        Entry.refused(
            Visitor.caller(request),
            deed.isEmpty() ? "OPEN_ROUTE" : deed,
            new Entry.Subject("route", request.getMethodName() + " " + request.getPath())));
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Visitor visitor, String deed) {
    writeDown(request, deed);
    if (Api.asked(request)) {
      return ApiProblem.of(403, "not-allowed", "不能做这件事", "这个令牌所属账号的角色没有这项权限。").answer();
    }
    return html.error(
        visitor,
        new ErrorPage(403, "您不能做这件事", "您的角色没有这项权限。如果工作需要，请向本单位的账号管理员申请。", List.of(), null));
  }

  /** A page is asked for again after signing in; a form is kept and sent again. */
  private HttpResponse<?> toSignIn(HttpRequest<?> request, Visitor visitor) {
    if (Api.asked(request)) {
      return ApiProblem.of(401, "not-signed-in", "需要令牌", "请在 Authorization 里带上令牌：Bearer duijie_…。")
          .answer()
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    // A file that was sent cannot be kept: they are led back to where they chose it.
    if (!request.getMethod().permitsRequestBody() || FormGuard.withFile(request)) {
      var uri = request.getUri();
      var back =
          uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
      return HttpResponse.seeOther(URI.create(SIGN_IN + "?back=" + Addresses.encode(back)));
    }
    var page = SignInPage.resuming(request.getUri().getRawPath(), Form.of(request).kept());
    var shell = shells.shell(visitor, page.heading(), "", new Shell.Crumb("登录", null));
    return html.page(HttpStatus.UNAUTHORIZED, "sign-in", shell, page);
  }
}
