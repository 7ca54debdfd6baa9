package duijie.accounts.web;

import duijie.accounts.SecretToken;
import duijie.accounts.SigningIn;
import duijie.pages.Guarding;
import duijie.pages.Visitor;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Tells of each request who makes it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Guarding.VISITOR)
final class Recognition {

  private final SigningIn signingIn;

  Recognition(SigningIn signingIn) {
    this.signingIn = signingIn;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void recognise(HttpRequest<?> request) {
    if (Guarding.file(request)) {
      return;
    }
    var token = Cookies.signIn(request);
    var account = token.flatMap(signingIn::holder);
    var device = Cookies.device(request).orElseGet(SecretToken::random);
    new Visitor(account.orElse(null), token.orElse(null), device).attach(request);
  }

  /** A browser that is to send a form must be known by then. */
  @ResponseFilter
  void remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
    var visitor = Visitor.of(request);
    if (visitor.askedToFill()
        && Cookies.device(request).isEmpty()
        && !Cookies.hasDevice(response)) {
      Cookies.device(response, visitor.device());
    }
  }
}
