package duijie.accounts.web;

import duijie.accounts.ApiToken;
import duijie.accounts.TokenKeeping;
import duijie.accounts.TokenKeeping.Made;
import duijie.pages.Addresses;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
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
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of the own account, with which programs act for it. */
@Controller(TokensController.PATH)
@ForMembers
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokensController {

  static final String PATH = "/account/tokens";

  /** Begins every token, so that one that got into the wrong place is recognised as one. */
  static final String BEGINS = "duijie_";

  private static final String TITLE = "接口令牌";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZONE);

  private final TokenKeeping keeping;
  private final Shells shells;
  private final Html html;

  TokensController(TokenKeeping keeping, Shells shells, Html html) {
    this.keeping = keeping;
    this.shells = shells;
    this.html = html;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    return page(HttpStatus.OK, request, UUID.randomUUID(), "", List.of(), null);
  }

  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<String> make(HttpRequest<?> request) {
    var form = Form.of(request);
    var key = Addresses.uuid(form.text("key")).orElseGet(UUID::randomUUID);
    var name = form.text("name");
    int days = form.text("days").matches("\\d{1,4}") ? Integer.parseInt(form.text("days")) : 0;
    var account = Visitor.of(request).member();
    return switch (keeping.make(
        account, new ApiToken.Id(key), name, days, Visitor.caller(request))) {
      case Made.Refused(var faults) ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              key,
              name,
              faults.stream().map(f -> new Problem(f.field(), f.sentence())).toList(),
              null);
      case Made.Done(var token, var secret) ->
          page(
              HttpStatus.OK,
              request,
              UUID.randomUUID(),
              "",
              List.of(),
              new TokensPage.Fresh(token.name(), BEGINS + secret.value()));
    };
  }

  @Post(
      uri = "/{id}/revoke",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> revoke(HttpRequest<?> request, String id) {
    var account = Visitor.of(request).member();
    boolean own =
        Addresses.uuid(id)
            .map(key -> keeping.revoke(account, new ApiToken.Id(key), Visitor.caller(request)))
            .orElse(false);
    return own
        ? Said.TOKEN_REVOKED.at(PATH)
        : html.notFound(Visitor.of(request), "没有这个令牌。请从“我的账号”进入。");
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      UUID key,
      String name,
      List<Problem> problems,
      TokensPage.@Nullable Fresh fresh) {
    var visitor = Visitor.of(request);
    var rows =
        keeping.holding(visitor.member()).stream()
            .map(
                token ->
                    new TokensPage.Row(
                        token.id().toString(),
                        token.name(),
                        time(token.madeAt()),
                        time(token.expiresAt()),
                        token.lastUsedAt() == null ? "还没有用过" : time(token.lastUsedAt())))
            .toList();
    var page = new TokensPage(key.toString(), name, TokenKeeping.DAYS, problems, fresh, rows);
    var shell =
        shells.shell(
            visitor,
            TITLE,
            "",
            new Shell.Crumb("我的账号", "/account/password"),
            new Shell.Crumb(TITLE, null));
    var answer = html.page(status, "tokens", shell, page);
    return fresh == null ? answer : answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static String time(Instant time) {
    return MINUTE.format(time);
  }
}
