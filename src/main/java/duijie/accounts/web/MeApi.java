package duijie.accounts.web;

import duijie.api.Answer;
import duijie.api.Api;
import duijie.pages.ForMembers;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.LinkedHashMap;

/** Tells a program for whom it acts. */
@Controller(Api.V1 + "/me")
@ForMembers
final class MeApi {

  @Get
  HttpResponse<String> me(HttpRequest<?> request) {
    var account = Visitor.of(request).member();
    var organisation = new LinkedHashMap<String, Object>();
    organisation.put("id", account.organisation().id().value());
    organisation.put("name", account.organisation().name());
    organisation.put("kind", account.organisation().kind());
    var me = new LinkedHashMap<String, Object>();
    me.put("signInName", account.signInName());
    me.put("displayName", account.displayName());
    me.put("roles", account.roles().stream().sorted().toList());
    me.put("organisation", organisation);
    return Answer.ok(me);
  }
}
