package duijie.accounts.web;

import duijie.accounts.SecretToken;
import duijie.accounts.SigningIn;
import duijie.accounts.TokenKeeping;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.pages.Guarding;
import duijie.pages.Said;
import duijie.pages.Visitor;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of each request who makes it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Guarding.VISITOR)
final class Recognition {

  private static final String BEARER = "Bearer ";

  private final SigningIn signingIn;
  private final TokenKeeping tokens;

  Recognition(SigningIn signingIn, TokenKeeping tokens) {
    this.signingIn = signingIn;
    this.tokens = tokens;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> recognise(HttpRequest<?> request) {
    if (Guarding.file(request)) {
      return null;
    }
    if (Api.asked(request)) {
      return program(request);
    }
    var token = Cookies.signIn(request);
    var account = token.flatMap(signingIn::holder);
    var device = Cookies.device(request).orElseGet(SecretToken::random);
    new Visitor(account.orElse(null), token.orElse(null), device).attach(request);
    return null;
  }

  /**
   * A program shows a token or is nobody. What a browser keeps does not count here: else another
   * site could have it ask in its user's name.
   */
  private @Nullable HttpResponse<?> program(HttpRequest<?> request) {
    var shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    var account =
        Optional.ofNullable(shown)
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).strip())
            .filter(value -> value.startsWith(TokensController.BEGINS))
            .flatMap(value -> SecretToken.of(value.substring(TokensController.BEGINS.length())))
            .flatMap(tokens::holder);
    new Visitor(account.orElse(null), null, SecretToken.random()).attach(request);
    return shown == null || account.isPresent()
        ? null
        : ApiProblem.of(401, "token-invalid", "令牌无效", "这个令牌不存在、过期了，或者已经撤销。请到“我的账号”里另建一个。")
            .answer()
            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
  }

  /** A browser that is to send a form must be known by then; what was said is said once. */
  @ResponseFilter
  void remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
    var visitor = Visitor.of(request);
    if (visitor.heard()) {
      Said.forget(request, response);
    }
    if (visitor.askedToFill()
        && Cookies.device(request).isEmpty()
        && !Cookies.hasDevice(response)) {
      Cookies.device(response, visitor.device());
    }
  }
}
