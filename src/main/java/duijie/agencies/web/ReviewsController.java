package duijie.agencies.web;

import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Claims;
import duijie.agencies.Reviewing;
import duijie.agencies.Reviewing.Decided;
import duijie.agencies.Section;
import duijie.agencies.Step;
import duijie.pages.Addresses;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Problem;
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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What agencies handed in, before the bureau. */
@Controller(ReviewsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewsController {

  static final String PATH = "/reviews";
  static final String TITLE = "机构审核";

  private static final String AGENCIES = PATH + "/agencies";
  private static final String STANDING = PATH + "/standing";
  private static final String CLAIMS = PATH + "/claims";
  private static final String MISSING = "没有这一件。请从“机构审核”进入。";
  private static final String FORM = "form";

  private final Agencies agencies;
  private final Claims claims;
  private final Reviewing reviewing;
  private final ReviewViews views;
  private final Shells shells;
  private final Html html;

  ReviewsController(
      Agencies agencies,
      Claims claims,
      Reviewing reviewing,
      ReviewViews views,
      Shells shells,
      Html html) {
    this.agencies = agencies;
    this.claims = claims;
    this.reviewing = reviewing;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  static String path(Agency.Id agency) {
    return AGENCIES + "/" + Addresses.encode(agency.value());
  }

  static String standing(Agency.Id agency) {
    return STANDING + "/" + Addresses.encode(agency.value());
  }

  static String path(Organisation.Id claim) {
    return CLAIMS + "/" + Addresses.encode(claim.value());
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    return page(HttpStatus.OK, request, "reviews", TITLE, views.list());
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get(uri = "/agencies/{+id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> agency(HttpRequest<?> request, String id) {
    return agency(request, AGENCIES, agency -> answer(HttpStatus.OK, request, agency, List.of()));
  }

  @May(Deed.REVIEW_AGENCIES)
  @Post(
      uri = "/agencies/{+id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> decide(HttpRequest<?> request, String id) {
    return agency(request, AGENCIES, agency -> decide(request, agency, Form.of(request)));
  }

  private HttpResponse<String> decide(HttpRequest<?> request, Agency agency, Form form) {
    var reasons = reasons(form);
    var decision = form.text("decision");
    if (decision.equals("pass") && !reasons.isEmpty()) {
      var first = ReviewViews.reason(reasons.keySet().iterator().next());
      var problem = new Problem(first, "写了退回原因，就不能同时通过。请清空原因，或者按“退回修改”。");
      return answer(HttpStatus.UNPROCESSABLE_ENTITY, request, agency, List.of(problem));
    }
    var number = form.text("number");
    var by = Visitor.caller(request);
    var reviewer = reviewer(request);
    var decided =
        switch (decision) {
          case "pass" -> reviewing.pass(agency.id(), number, reviewer, by);
          case "return" -> reviewing.turnBack(agency.id(), number, reasons, reviewer, by);
          default -> new Decided.Refused("请按“审核通过”或者“退回修改”。");
        };
    return after(
        decided,
        (decision.equals("pass") ? Said.PASSED : Said.TURNED_BACK).at(PATH),
        sentence -> {
          var field =
              decision.equals("return") && reasons.isEmpty()
                  ? ReviewViews.reason(Section.BASIC)
                  : FORM;
          return answer(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              agency,
              List.of(new Problem(field, sentence)));
        });
  }

  @May(Deed.SUSPEND_AGENCIES)
  @Post(
      uri = "/standing/{+id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> stand(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    return agency(
        request,
        STANDING,
        agency -> {
          var step =
              Arrays.stream(Step.values())
                  .filter(s -> s.name().equals(form.text("step")))
                  .filter(ReviewViews.STANDING::contains)
                  .findFirst();
          var decided =
              step.isPresent()
                  ? reviewing.stand(
                      agency.id(), step.get(), form.text("why"), Visitor.caller(request))
                  : new Decided.Refused("请选择要办的事。");
          return after(
              decided,
              Said.STANDING_CHANGED.at(path(agency.id())),
              sentence ->
                  answer(
                      HttpStatus.UNPROCESSABLE_ENTITY,
                      request,
                      agency,
                      List.of(new Problem(step.isPresent() ? "why" : "step", sentence))));
        });
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get(uri = "/claims/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> claim(HttpRequest<?> request, String id) {
    return claim(HttpStatus.OK, request, id, "", List.of());
  }

  @May(Deed.REVIEW_AGENCIES)
  @Post(
      uri = "/claims/{id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> decideClaim(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var reason = form.text("reason");
    var claim = new Organisation.Id(id);
    var by = Visitor.caller(request);
    var decided =
        switch (form.text("decision")) {
          case "approve" ->
              reason.isEmpty()
                  ? reviewing.approve(claim, reviewer(request), by)
                  : new Decided.Refused("写了不同意的原因，就不能同时同意。请清空原因，或者按“不同意”。");
          case "refuse" -> reviewing.refuse(claim, reason, reviewer(request), by);
          default -> new Decided.Refused("请按“同意”或者“不同意”。");
        };
    return after(
        decided,
        (form.text("decision").equals("approve") ? Said.CLAIM_APPROVED : Said.CLAIM_REFUSED)
            .at(PATH),
        sentence ->
            claim(
                HttpStatus.UNPROCESSABLE_ENTITY,
                request,
                id,
                reason,
                List.of(new Problem("reason", sentence))));
  }

  private static HttpResponse<String> after(
      Decided decided, HttpResponse<String> next, Function<String, HttpResponse<String>> refused) {
    return switch (decided) {
      case Decided.Done done -> next;
      case Decided.Refused refusal -> refused.apply(refusal.sentence());
    };
  }

  private HttpResponse<String> agency(
      HttpRequest<?> request, String prefix, Function<Agency, HttpResponse<String>> answer) {
    return Addresses.identifier(request, prefix)
        .flatMap(id -> agencies.find(new Agency.Id(id)))
        .map(answer)
        .orElseGet(() -> html.notFound(Visitor.of(request), MISSING));
  }

  private HttpResponse<String> answer(
      HttpStatus status, HttpRequest<?> request, Agency agency, List<Problem> problems) {
    var form = Form.of(request);
    var visitor = Visitor.of(request);
    var head = visitor.may(Deed.SUSPEND_AGENCIES) ? visitor.member().organisation().id() : null;
    var page = views.agency(agency, reasons(form), form.text("why"), head, problems);
    return page(status, request, "review", agency.name(), page);
  }

  private HttpResponse<String> claim(
      HttpStatus status, HttpRequest<?> request, String id, String reason, List<Problem> problems) {
    return Optional.of(id)
        .filter(any -> !any.isBlank() && any.indexOf('\0') < 0)
        .flatMap(any -> claims.find(new Organisation.Id(any)))
        .flatMap(claim -> views.claim(claim, reason, problems))
        .map(page -> page(status, request, "claim-review", "认领申请", page))
        .orElseGet(() -> html.notFound(Visitor.of(request), MISSING));
  }

  private static Map<Section, String> reasons(Form form) {
    var reasons = new EnumMap<Section, String>(Section.class);
    for (var section : Section.values()) {
      var typed = form.text(ReviewViews.reason(section));
      if (!typed.isEmpty()) {
        reasons.put(section, typed);
      }
    }
    return reasons;
  }

  private static String reviewer(HttpRequest<?> request) {
    return Optional.ofNullable(Visitor.of(request).account())
        .map(Account::displayName)
        .orElseThrow();
  }

  private HttpResponse<String> page(
      HttpStatus status, HttpRequest<?> request, String template, String title, Object page) {
    var way =
        title.equals(TITLE)
            ? List.of(new Shell.Crumb(TITLE, null))
            : List.of(new Shell.Crumb(TITLE, PATH), new Shell.Crumb(title, null));
    var shell = shells.shell(Visitor.of(request), title, PATH, way.toArray(Shell.Crumb[]::new));
    return html.page(status, template, shell, page);
  }
}
